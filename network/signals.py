"""What the network tells whoever listens; it does not know who does."""

from django.dispatch import Signal

# organisation: OrganisationPage, person: User, successor: User | None. Sent in the transaction in which they left.
member_left = Signal()
