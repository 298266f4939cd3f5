"""How the lines about organisations, their people and the network are asked."""

from library.models import ModerationSettings
from network.joining.ask import accept_join_request, ask_to_join
from network.joining.invite import invite, withdraw_invitation
from network.models import Invitation, JoinRequest, Role
from network.organisations.running import change_role, end_membership, hand_over_organisation
from network.who_may import Who
from tests.network.rights.asking import Ask, all_of, aurora, calls, document, opens, picture, shows
from tests.network.rights.world import World

EDIT = "wagtailadmin_pages:edit"
Deeds = dict[str, Ask]


SECTION: Deeds = {
    "see it in the explorer": shows("Auroradraft", "wagtailadmin_explore", aurora),
    "add to it": lambda world, who: (
        world.clients[who].get(f"/admin/pages/add/library/casestudypage/{world.aurora.pk}/").status_code == 200
    ),
    "describe the organisation": opens(EDIT, aurora),
    "change tier and trust": opens("organisation_standing", aurora),
    "see its files in the CMS": shows("Aurorafiledraft", "wagtaildocs:index", query="?q=Aurora"),
    "edit its files": opens("wagtaildocs:edit", document("draft")),
    "edit its pictures": opens("wagtailimages:edit", picture),
    "use its files in a resource": all_of(
        opens("wagtaildocs_chooser:chosen", document("draft")),
        shows("Aurorafiledraft", "wagtaildocs_chooser:choose_results", query="?q=Aurora"),
    ),
    "use its pictures in a resource": all_of(
        opens("wagtailimages_chooser:chosen", picture),
        shows("Aurorapicture", "wagtailimages_chooser:choose_results", query="?q=Aurora"),
    ),
}

PEOPLE: Deeds = {
    "ask to join": calls(lambda world, user: ask_to_join(user, world.aurora)),
    "accept or decline who asks": all_of(
        shows("I film on wards.", "join_requests"),
        calls(lambda world, user: accept_join_request(world.one(JoinRequest), user)),
    ),
    "invite somebody": calls(lambda world, user: invite(world.aurora, user, "new@example.org")),
    "withdraw an invitation": calls(lambda world, user: withdraw_invitation(world.one(Invitation), user)),
    "see organisations without coordinator": opens("organisations_without_coordinator"),
    "see who belongs to it": opens("organisation_people", aurora),
    "make a member coordinator": calls(
        lambda world, user: change_role(world.aurora, user, world.person(Who.COLLEAGUE), Role.COORDINATOR)
    ),
    "remove a member": calls(lambda world, user: end_membership(world.aurora, user, world.person(Who.COLLEAGUE))),
    "hand the organisation over to a member": calls(
        lambda world, user: hand_over_organisation(world.aurora, user, world.person(Who.COLLEAGUE))
    ),
}


def the_settings(world: World) -> int:
    """The key of the settings of the review."""
    return int(ModerationSettings.load().pk)


LISTS = {
    "enter the CMS": "wagtailadmin_home",
    "open one's own resources": "own_resources",
    "open the page of second looks": "second_look",
    "edit topics": "topics:index",
    "edit audiences": "audiences:index",
    "edit reasons for decisions": "decision_reasons:index",
    "edit synonyms": "synonyms:index",
    "edit licences": "licences:index",
    "edit regions": "regions:index",
    "appoint leaders": "leaderships:index",
    "admit members anywhere": "memberships:index",
    "edit accounts": "wagtailusers_users:index",
    "edit workflows": "wagtailadmin_workflows:index",
    "edit collections": "wagtailadmin_collections:index",
    "switch and tune the automatic checks": "check_settings",
    "see the coverage of regions": "report_coverage",
    "see and answer proposals of trust": "trust_proposals",
    "see the mails that are sent": "mails",
    "see the health of the search": "search_health",
}
NETWORK: Deeds = {deed: opens(name) for deed, name in LISTS.items()}


NETWORK["set due dates and samples of the review"] = opens(
    "wagtailsettings:edit", lambda world: "library", lambda world: "moderationsettings", the_settings
)
