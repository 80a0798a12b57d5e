"""Forms drawn with our own templates: label, help and errors tied to each field."""

from __future__ import annotations

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """`{{ form }}` draws the summary of errors, then each field as a group."""

    form_template_name = "plaise/forms/form.html"
    field_template_name = "plaise/forms/field.html"
