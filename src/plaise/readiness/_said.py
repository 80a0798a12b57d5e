"""Every sentence of an assessment and of a plan with its values apart, to be translated.

An assessment speaks French, whole. A page in another language splits it again into these sentences
and their values. What a hole holds is in its name: `day…` a date, `number…` a figure, `weight…` a
size of file, `said…` words that are themselves translated, `list…` and `series…` several of them
(« a, b et c », « a ; b »), anything else a name shown as it is. The names of `dossier.toml` are
left out, as on a page. A test reads this package and refuses a French sentence that is not here.
"""

from __future__ import annotations

_TWO_MONTHS = (
    "une demande écrite laissée deux mois sans réponse pourrait être tenue pour refusée, et ce "
    "référé ne peut pas faire obstacle à un refus"
)
_AGAIN = "Recommencez si possible chaque jour, à des heures différentes"
_DAYS_LEFT = " ; jours encore jamais tentés : %(list)s"
_MIDNIGHT = " ; essayez aussi le dimanche soir et le lundi juste après minuit"
_EACH_TIME = ". Faites une capture à chaque fois."
_SERIOUS = "Le juge ne dit pas si le titre est dû : il vérifie que la demande est sérieuse."
_LABELS = (
    "pas encore", "minimum", "preuves réunies",
    "bien", "à renforcer", "manque", "alerte", "à savoir",
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    "notifie_le", "enregistree_le", "date_demandee_le", "conseil_consulte_le",
)  # fmt: skip
_LEVEL = (
    "Chaque juge reste libre : aucun niveau ne promet un résultat, et aucun n’interdit de demander "
    "conseil.",
    "Faites relire le dossier par une association ou un avocat ; relisez vous-même chaque phrase "
    "de la requête, signez-la, puis déposez-la.",
    "Une situation arrête la rédaction des actes. Réunir les preuves ne s’arrête jamais : elles "
    "serviront dans tous les cas.",
    "Les preuves demandées par les décisions connues sont réunies.",
    "Déposer aujourd’hui serait fragile. Ce qui limite le niveau : %(list)s.",
    "Le minimum que le Conseil d’État permet est là ; d’autres preuves sont souhaitables. Ce qui "
    "limite le niveau : %(list)s.",
)
_DATES = (
    "Les dates s’accordent entre elles.",
    "Des dates ne s’accordent pas : %(series)s.",
    "sur %(name)s, l’écran et le fichier donnent deux moments différents",
    "« %(name)s » porte une date postérieure à l’expiration du titre",
    "« %(name)s » est du %(day)s, l’envoi du %(day_sent)s",
    "l’avis du %(day)s est antérieur à l’envoi du %(day_sent)s",
    "Ne retouchez jamais une image : la modifier serait un faux.",
    "Vérifiez l’horloge de l’appareil et les dates ; si une différence est vraie, expliquez-la.",
    "Si ces dates sont vraies, changez la date que vous avez fixée pour vos actes.",
)
_DOOR_AND_COURT = (
    "Si le site renvoie vers l’ANEF (administration-etrangers-en-france), dites-le : le texte "
    "applicable change.",
    "Consultez une association ou un avocat sur cette demande.",
    "Adressez-vous à une association ou à un avocat, avec vos preuves.",
    "Aujourd’hui même, voyez une association ou un avocat avec vos papiers.",
    "Le département « %(name)s » n’est pas connu : le tribunal ne peut pas être dit.",
    "Corrigez le département de la préfecture.",
    "La préfecture est celle du département %(name)s et l’adresse de la personne semble être dans "
    "le %(other)s. Un tribunal incompétent rejette la requête, il ne la transmet pas : faites "
    "vérifier par un juriste.",
    "Vérifiez la préfecture et l’adresse ; sinon, voyez un juriste.",
    "Tribunal compétent : %(name)s. Vérifiez son adresse sur son site avant d’envoyer quoi que ce "
    "soit.",
    "Vous avez vérifié l’adresse de la préfecture le %(day)s. Vérifiez aussi celle du tribunal sur "
    "son site avant d’envoyer quoi que ce soit.",
    "L’adresse de la préfecture n’a pas encore été vérifiée par vous.",
    "Un annuaire de 2019 donne « %(name)s » (à vérifier).",
    "Une lettre mal adressée fait perdre des semaines.",
    "Vérifiez l’adresse postale et le courriel sur le site de la préfecture, puis écrivez le jour.",
)
_FORM = (
    "l’adresse complète, avec le code postal",
    "le prénom",
    "le téléphone",
    "le courriel",
    "La requête donne le nom et le domicile, porte la mention « référé » (sur l’enveloppe aussi), "
    "et vous la signez vous-même. En référé, le tribunal n’invite pas à corriger un oubli.",
    "Il manque %(list)s.",
    "Ajoutez : %(list)s.",
    "C’est un dossier d’exercice : chaque page le dit, et rien ne doit être déposé.",
    "Le département 00 est inventé : il n’existe que dans les exercices.",
    "Rien ne vient du site d’entraînement.",
    "Retirez du dossier ce qui vient d’un exercice.",
    "Une requête que le juge estime abusive peut coûter une amende, jusqu’à 10 000 euros ; des "
    "tribunaux en ont prononcé. Ne déposez pas avant d’avoir les preuves, ni plusieurs fois sans "
    "rien de nouveau.",
    "Avant de déposer, faites relire le dossier par une association ou un avocat : un refus de "
    "titre peut s’accompagner d’une obligation de quitter le territoire. La requête est gratuite, "
    "l’avocat n’est pas obligatoire, et l’aide juridictionnelle peut être demandée.",
)
_HARD_CASES = (
    "Le délai propre à cette décision est peut-être en train de courir, et ce référé ne l’arrête "
    "pas. Voyez d’abord une association ou un avocat. Réunir des preuves reste utile.",
    "Conseil consulté : %(name)s, le %(day)s. Suivez son avis.",
    "La personne est mineure ; %(name)s, %(capacity)s, agit pour elle.",
    "Aucune situation difficile n’est déclarée.",
    "Vous avez déclaré %(said)s.",
    "Décision reçue le %(day)s.",
    "Voir la page « %(said)s ».",
    "quatre mois",
    "Enregistrée le %(day)s, délai de %(said)s : le silence deviendra un refus le %(day_refused)s. "
    "Voyez une association ou un avocat avant ce jour.",
    "Enregistrée le %(day)s, délai de %(said)s : un refus est né du silence le %(day_refused)s, et "
    "le délai pour le contester court depuis. Voyez tout de suite une association ou un avocat.",
    "Voyez vite une association ou un avocat : une autre procédure existe, avec son propre délai. "
    "Continuez à garder vos preuves.",
    "Voyez vite une association ou un avocat, puis inscrivez qui vous avez vu, quand, et le jour "
    "où la décision a été reçue. Continuez à garder vos preuves.",
)
_MEANS = (
    "Aucune démarche n’est inscrite en dehors du site.",
    "Démarches faites : %(list)s.",
    "Un courriel montre vos diligences ; là où un téléservice existe, il ne dépose pas la demande. "
    "Des messages espacés valent mieux que beaucoup de messages.",
    "Une réponse a été reçue : si elle refuse par écrit le rendez-vous, la procédure est une autre "
    "; faites-la lire à une association ou à un avocat. Une simple invitation à réessayer n’est "
    "pas un refus (TA Lyon, 13 février 2025, n° 2500808).",
    "Plus de trois courriels en une semaine peuvent passer pour des envois abusifs : espacez-les.",
    "Joignez dans pieces/ le courriel envoyé (fichier .eml ou PDF avec la date).",
    "Envoyez un courriel au service des étrangers de la préfecture, avec quelques captures (le "
    "texte est préparé), et gardez-en la preuve.",
    "Envoyez la lettre recommandée avec avis de réception (le texte est préparé) et gardez la "
    "preuve de dépôt puis l’avis.",
    "Joignez à la lettre recommandée : %(list)s.",
    "la preuve de dépôt",
    "l’avis de réception, dès son retour",
    "Ne concerne que l’ANEF.",
    "La préfecture vous a invité à un accueil physique le %(day)s : suivez cette invitation. S’il "
    "ne se passe rien, elle devient votre meilleure preuve.",
    "Contactez le centre de contact citoyens et gardez la preuve de l’échange.",
    "Joignez la preuve de l’échange avec le centre de contact citoyens.",
    "L’accueil physique de substitution est pour la personne qui a demandé de l’aide : aucun "
    "échange avec le centre de contact citoyens n’est encore prouvé.",
    "N’allez pas au guichet.",
    "Rien ne demande d’aller au guichet.",
    "Un passage au guichet n’est pas demandé et son absence ne baisse aucun niveau.",
    "Aucune lettre recommandée : rien ne presse de ce côté.",
    "La lettre recommandée est du %(day)s. De préférence, déposez la requête avant le "
    f"%(day_limit)s : {_TWO_MONTHS}. C’est une prudence, pas une règle : une cour a jugé qu’un "
    "rendez-vous demandé en ligne ne fait pas naître de refus (n° 23VE02878).",
    f"Deux mois ont passé depuis la lettre recommandée du %(day)s : {_TWO_MONTHS}. Cela n’interdit "
    "pas de déposer et ne baisse pas le niveau.",
    "Demandez à une association ou à un avocat s’il faut l’expliquer dans la requête ou prendre "
    "une autre voie.",
    "Deux mois depuis la lettre du %(day)s seront passés : demandez d’abord à une association ou à "
    "un avocat s’il faut l’expliquer ou prendre une autre voie.",
)
_PAGES = (
    "Aucune capture ne montre un créneau libre.",
    "Un créneau semble proposé sur : %(list)s. Le juge demandera pourquoi il n’a pas été pris. "
    "Rien n’est caché : la page reste dans le dossier.",
    "Si le créneau existe encore, prenez-le. Sinon, expliquez ce qui s’est passé (trop lointain, "
    "disparu au clic, erreur de lecture…).",
    "Toutes les captures montrent un refus ou un blocage.",
    "Aucune capture pour l’instant.",
    "Regardez les captures illisibles : si l’image est bonne, refaites-en une copie.",
    "Aucune image n’est là deux fois.",
    "Mises de côté, gardées dans le dossier et jamais comptées : %(series)s.",
)
_ATTEMPTS = (
    "%(said_captures)s montrent %(said_attempts)s, sur %(said_days)s, à %(said_hours)s. Plusieurs "
    "captures à moins de %(number)s minutes les unes des autres comptent pour une seule tentative "
    "; rafraîchir la page n’est jamais une faute.",
    "Aucune capture complète ne montre encore une tentative sans résultat.",
    "Un formulaire demande une date depuis le %(day)s ; %(said_reminders)s et %(said_attempts)s "
    "par des captures.",
    "Relancez par la messagerie du dossier et par courriel.",
    _AGAIN + _EACH_TIME,
    _AGAIN + _DAYS_LEFT + _EACH_TIME,
    _AGAIN + _MIDNIGHT + _EACH_TIME,
    _AGAIN + _DAYS_LEFT + _MIDNIGHT + _EACH_TIME,
    "Pour les prochaines captures, gardez à l’écran l’adresse du site, l’horloge avec la date, et "
    "le texte du refus ; un ordinateur s’y prête mieux qu’un téléphone.",
    "%(number)s à qui il manque l’adresse, l’heure, la date ou le texte",
    "%(number)s dont la date ne vient que du fichier",
    "%(number)s sans aucune date",
    "Les captures incomplètes sont jointes mais comptées à part : un juge peut les écarter.",
)
_WEEKS = (
    "Le formulaire attend une date depuis %(said)s.",
    "Deux tribunaux ont ordonné un rendez-vous après sept mois et plus d’un an de silence (Cergy, "
    "27 juin 2023 ; Versailles, 4 janvier 2023).",
    "Les ordonnances connues portent sur des silences plus longs (sept mois et plus).",
    "C’est encore court : aucune décision connue ne porte sur un silence si bref.",
    "Relancez de loin en loin, et gardez chaque relance avec sa date.",
    "Aucune tentative datée. Le Conseil d’État demande plusieurs tentatives qui n’ont pas été "
    "faites la même semaine.",
    "Du %(day)s au %(day_last)s : %(said_days)s entre la première et la dernière tentative, sur "
    "%(said_weeks)s.",
    "C’est trop court : au Conseil d’État, quatre captures, une lettre recommandée et un courriel "
    "en cinq jours, à cheval sur deux semaines, n’ont pas suffi (n° 435594).",
    "Un trou de %(said)s sans tentative peut faire douter de l’urgence.",
    "Deux tribunaux ont accordé un rendez-vous avec au moins trois semaines de captures et un "
    "courriel (novembre 2020).",
    "C’est le minimum que la décision n° 435594 permet ; trois semaines ou plus, sans long trou, "
    "sont plus solides.",
    "Continuez les tentatives pour couvrir au moins trois semaines, sans laisser passer une "
    "semaine entière sans essayer.",
    "La dernière tentative date du %(day)s : recommencez aujourd’hui, pour montrer que rien n’a "
    "changé.",
)
_SITUATION = (
    "Pour un renouvellement, l’urgence est en principe constatée, mais la date d’expiration du "
    "titre n’est pas inscrite.",
    "Écrivez la date d’expiration du titre.",
    "Le titre n’expire que le %(day)s : la demande de renouvellement ne s’ouvre pas plus de "
    "%(number)s jours avant (deux mois pour un titre hors téléservice).",
    "Continuez à garder des preuves ; l’urgence viendra avec l’échéance.",
    "Renouvellement : le titre a expiré le %(day)s ; l’urgence est en principe constatée.",
    "Renouvellement : le titre expire le %(day)s ; l’urgence est en principe constatée.",
    "Dire ce que l’attente fait perdre (emploi, droits, logement) la renforce.",
    "Pour cette demande, l’urgence n’est pas présumée.",
    "Après un refus ou une OQTF, la présomption d’urgence ne suffit pas.",
    "Le titre a expiré le %(day)s, depuis plus de six mois : il faut de nouveau remplir les "
    "conditions d’entrée, et l’urgence n’est plus présumée.",
    "Il faut des circonstances particulières, datées et prouvées.",
    "Aucune n’est encore prouvée par une pièce : le juge peut rejeter sans audience.",
    "Dites ce que l’attente vous fait perdre et joignez la preuve. Par exemple : %(series)s.",
    "Dites ce que l’attente vous fait perdre et joignez la preuve.",
    "Vous avez dix-huit ans et demandez un titre de l’article %(name)s : la demande se présente au "
    "plus tard le %(day)s, veille des dix-neuf ans. Dites-le : c’est une circonstance "
    "particulière.",
    "Vous avez dix-huit ans ; l’article %(name)s n’est pas dans la liste de R. 431-5 : la demande "
    "se présente au plus tard le %(day)s, sauf avis contraire d’un avocat.",
    "Ce jour est passé : voyez vite un avocat.",
    "Dites-le : c’est une circonstance particulière.",
    "Vous avez dix-huit ans : selon le titre, la demande se présente au plus tard le %(day)s "
    "(veille des dix-neuf ans) ou le %(day_other)s (deux mois après dix-huit ans) ; faites "
    "vérifier lequel, et dites-le : c’est une circonstance particulière.",
    "Écrivez pourquoi vous demandez ce titre.",
    "Ensuite seulement, joignez : %(said)s.",
    "Nous ne connaissons pas d’accord qui remplace les règles générales pour cette nationalité ; "
    "cela reste à confirmer avec une association ou un avocat.",
    "Faites vérifier quel texte règle votre titre de séjour.",
)
SENTENCES: tuple[str, ...] = (
    *_LABELS, *_LEVEL, *_DATES, *_DOOR_AND_COURT, *_FORM, *_HARD_CASES, *_MEANS, *_PAGES,
    *_ATTEMPTS, *_WEEKS, *_SITUATION,
)  # fmt: skip
"""French sentences and labels in which `%(name)s` stands for a value."""

_SAID_APART = (
    "Une panne n’est pas un refus, mais elle montre que le site ne marchait pas ce jour-là."
)
_KEPT_SLOT = (
    "un créneau ; vous l’avez expliqué. La page reste dans les pièces : la cacher ruinerait le "
    "dossier. Si la date était trop lointaine, demandez par écrit une date plus proche (CE, avis, "
    "n° 436288)."
)
_ONLY_DOOR = (
    "de ce téléservice : il est la seule porte, et sa panne est l’impossibilité elle-même. Elles "
    "comptent comme des tentatives."
)
_CENTRE = (
    "avec le centre de contact citoyens, avec preuve. L’arrêté ne fixe aucun délai à la préfecture "
    "pour inviter à l’accueil physique : son silence se plaide. Un passage au point d’accueil "
    "numérique n’est pas exigé ici."
)
_NOT_COUNTED = "au %(day)s : %(list)s. Ces éléments ne sont pas comptés."
_PRACTICE = "du site d’entraînement (%(list)s) : ce n’est pas une preuve. Retirez-les."
_OTHER_PAGES = f"ni refus ni formulaire bloqué : elles sont comptées à part. {_SAID_APART}"
_GUESSED = "tout ce qu’il faut, dont %(number_guessed)s sans l’année, déduite du jour affiché"
_WRITTEN = "Les motifs de la demande sont écrits et %(number)s"
_UNWRITTEN = "Les motifs de la demande ne sont pas encore écrits et %(number)s"
COUNTED: tuple[tuple[str, str], ...] = (
    ("%(number)s jour", "%(number)s jours"),
    ("%(number)s semaine", "%(number)s semaines"),
    ("%(number)s tentative", "%(number)s tentatives"),
    ("%(number)s capture complète", "%(number)s captures complètes"),
    ("%(number)s heure différente", "%(number)s heures différentes"),
    ("%(number)s relance prouvée", "%(number)s relances prouvées"),
    ("%(number)s tentative montrée", "%(number)s tentatives montrées"),
    ("%(number)s courriel", "%(number)s courriels"),
    ("%(number)s lettre recommandée", "%(number)s lettres recommandées"),
    ("%(number)s passage au guichet", "%(number)s passages au guichet"),
    (
        "%(number)s saisine du Défenseur des droits",
        "%(number)s saisines du Défenseur des droits",
    ),
    ("%(number)s appel au centre de contact", "%(number)s appels au centre de contact"),
    (
        "%(number)s passage au point d’accueil numérique",
        "%(number)s passages au point d’accueil numérique",
    ),
    (
        "%(number)s démarche est sans preuve jointe.",
        "%(number)s démarches sont sans preuve jointe.",
    ),
    (
        f"%(number)s date est postérieure {_NOT_COUNTED}",
        f"%(number)s dates sont postérieures {_NOT_COUNTED}",
    ),
    (f"%(number)s capture vient {_PRACTICE}", f"%(number)s captures viennent {_PRACTICE}"),
    (f"%(number)s échange {_CENTRE}", f"%(number)s échanges {_CENTRE}"),
    (f"%(number)s capture montre {_KEPT_SLOT}", f"%(number)s captures montrent {_KEPT_SLOT}"),
    (
        f"%(number)s capture ne montre {_OTHER_PAGES}",
        f"%(number)s captures ne montrent {_OTHER_PAGES}",
    ),
    (f"%(number)s page d’erreur {_ONLY_DOOR}", f"%(number)s pages d’erreur {_ONLY_DOOR}"),
    (
        "%(number)s copie exacte d’une même image.",
        "%(number)s copies exactes d’une même image.",
    ),
    (
        "%(number)s capture montre tout ce qu’il faut",
        "%(number)s captures montrent tout ce qu’il faut",
    ),
    (f"%(number)s capture montre {_GUESSED}", f"%(number)s captures montrent {_GUESSED}"),
    (
        "%(number)s circonstance prouvée la renforcent.",
        "%(number)s circonstances prouvées la renforcent.",
    ),
    (
        "%(number)s circonstance est appuyée par une pièce.",
        "%(number)s circonstances sont appuyées par une pièce.",
    ),
    (f"{_WRITTEN} pièce l’appuie. {_SERIOUS}", f"{_WRITTEN} pièces l’appuient. {_SERIOUS}"),
    (f"{_UNWRITTEN} pièce l’appuie. {_SERIOUS}", f"{_UNWRITTEN} pièces l’appuient. {_SERIOUS}"),
)
"""The same in the singular and the plural, for `number`."""
