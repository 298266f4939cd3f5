"""What happens to the network in a year: trust goes up and down, people leave and come, administrators act by hand."""

from random import Random

from library.models import ResourcePage
from library.upkeep.take_off import unpublish_resource
from network.models import Membership, OrganisationPage, Role
from network.organisations.membership import admit_member, remove_member
from network.organisations.models import Trust
from network.organisations.standing import change_standing
from tests.year.cast import Cast
from tests.year.ledger import Ledger


class Office:
    """Changes something once in a while."""

    def __init__(self, random: Random, cast: Cast, ledger: Ledger) -> None:
        """Begin with the cast as it is."""
        self._random, self._cast, self._ledger = random, cast, ledger

    def work(self, day: int) -> None:
        """Do what a day brings; most days bring nothing."""
        if day % 23 == 22:
            self._change_trust()
        if day % 31 == 30:
            self._let_somebody_leave()
        if day % 5 == 4:
            self._take_off()
        if day % 19 == 18:
            self._publish_by_hand()

    def _change_trust(self) -> None:
        organisation = OrganisationPage.objects.get(pk=self._random.choice(self._cast.organisations).pk)
        trust = self._random.choice([Trust.NEW, Trust.KNOWN, Trust.TRUSTED])
        root = self._cast.administrator
        self._ledger.do(f"trust: {trust}", change_standing, organisation, root, "The record says so.", trust=trust)

    def _let_somebody_leave(self) -> None:
        """Let a contributor leave one organisation, and begin with another a day later."""
        contributors = Membership.objects.filter(role=Role.CONTRIBUTOR).order_by("pk")
        leaving = self._random.choice(list(contributors.select_related("organisation", "person")))
        others = [each for each in self._cast.organisations if each.pk != leaving.organisation_id]
        self._ledger.do("left", remove_member, leaving.organisation, leaving.person)
        self._ledger.do("came", admit_member, self._random.choice(others), leaving.person)

    def _take_off(self) -> None:
        """Let somebody try to take something off the site: the administrator every other time, else just anybody."""
        if live := list(ResourcePage.objects.live().order_by("pk")):
            page = self._random.choice(live).specific
            person = self._random.choice([self._cast.administrator, self._random.choice(self._cast.everybody)])
            self._ledger.do("taken off", unpublish_resource, page, person, words="It is out of date.")

    def _publish_by_hand(self) -> None:
        drafts = [page for page in ResourcePage.objects.not_live().order_by("pk") if not page.workflow_in_progress]
        if drafts:
            revision = self._random.choice(drafts).specific.save_revision(user=self._cast.administrator)
            self._ledger.do("published by hand", revision.publish, user=self._cast.administrator)
