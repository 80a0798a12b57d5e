"""Mail that comes back: read, told apart, and searched for dates; every finding is a guess."""

from ._answer import MailReading, Suggestion, read_answer, suggestions
from ._classify import Certainty, MailGuess, MailKind, Sign, classify, mail_rules, mail_words
from ._extract import Found, FoundKind, extract
from ._letters import LetterMatch, LetterPaper, match_letter, piece_kind
from ._message import Attachment, DeliveryReport, Kind, Mail, MailError
from ._order import OrderGuess, read_order
from ._pdf import pdf_text
from ._read import read_mail
from ._tracking import Tracking, TrackingForm, check_tracking, find_tracking, s10_check_digit

__all__ = [
    "Attachment",
    "Certainty",
    "DeliveryReport",
    "Found",
    "FoundKind",
    "Kind",
    "LetterMatch",
    "LetterPaper",
    "Mail",
    "MailError",
    "MailGuess",
    "MailKind",
    "MailReading",
    "OrderGuess",
    "Sign",
    "Suggestion",
    "Tracking",
    "TrackingForm",
    "check_tracking",
    "classify",
    "extract",
    "find_tracking",
    "mail_rules",
    "mail_words",
    "match_letter",
    "pdf_text",
    "piece_kind",
    "read_answer",
    "read_mail",
    "read_order",
    "s10_check_digit",
    "suggestions",
]
