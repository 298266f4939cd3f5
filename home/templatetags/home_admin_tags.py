"""What the desks say, for their templates."""

from django import template

from library.moderation.mine.telling import sentence_about

register = template.Library()

register.filter("sentence_about", sentence_about)
