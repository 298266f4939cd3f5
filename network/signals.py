"""What the network tells whoever listens; it does not know who does."""

from django.dispatch import Signal

# organisation: OrganisationPage, person: User. Sent in the transaction in which they left, before what they own there
# is passed on: who listens may give it to somebody else first.
member_left = Signal()
