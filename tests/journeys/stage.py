"""What stands when a journey begins: a hospital with people, a small library in several languages."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from wagtail.models import PageViewRestriction

from home.models import SiteSettings, StandingPage
from home.set_up import set_up_network
from library.models import LibraryDocument, ResourcePage, Topic, TopicLabel
from library.taxonomy.models import LabelKind
from network.leadership.appoint import appoint_leader
from network.models import OrganisationPage, Region, User
from network.organisations.found import found_organisation
from network.organisations.membership import admit_member
from network.regions.loading import load_regions
from tests.factories import (
    AudienceFactory,
    CaseStudyFactory,
    DocumentFactory,
    EventFactory,
    GuideFactory,
    LicenceFactory,
    TopicFactory,
    TrainingFactory,
    UserFactory,
)

GUIDES = 21  # with the others more than one page of results, and more values of a facet than are shown at once


@dataclass(frozen=True, slots=True)
class Stage:
    """Who is there and what: people, an organisation, and a page of each kind."""

    contributor: User
    leader: User
    member: User
    administrator: User
    organisation: OrganisationPage
    resources: dict[str, ResourcePage]
    protected: ResourcePage
    standing: StandingPage
    loose_file: LibraryDocument


def set_stage() -> Stage:
    """Fill the database."""
    made = set_up_network()
    load_regions()
    _settings()
    topics = _topics()
    belgium = Region.objects.get(code="be")
    hospital = found_organisation(
        made.directory,
        "Zeeduin Hospital",
        home_region=belgium,
        summary="A hospital by the sea that films its training.",
        description="<p>We share what we learned about <b>filming</b> on wards.</p>",
        website="https://zeeduin.example",
    )
    contributor = UserFactory(email="nora@zeeduin.example", first_name="Nora", last_name="Maes")
    leader = UserFactory(email="lotte@zeeduin.example", first_name="Lotte", last_name="Bos")
    admit_member(hospital, contributor)
    appoint_leader(hospital, leader, Region.objects.get(code="europe"))
    resources = _resources(hospital, topics)
    protected = GuideFactory(parent=hospital, title="Only with a password", topics=[topics["privacy"]])
    PageViewRestriction.objects.create(
        page=protected, restriction_type=PageViewRestriction.PASSWORD, password="between us"
    )
    standing = StandingPage(title="About us", slug="about", body="<h2>Who we are</h2><p>People who share.</p>")
    made.front_page.add_child(instance=standing)
    return Stage(
        contributor=contributor,
        leader=leader,
        member=UserFactory(email="tamar@elsewhere.example", first_name="Tamar", last_name="Osei"),
        administrator=UserFactory(email="robin@zeeduin.example", first_name="Robin", is_superuser=True),
        organisation=hospital,
        resources=resources,
        protected=protected,
        standing=standing,
        loose_file=DocumentFactory(title="Not yet in any resource"),
    )


def _settings() -> None:
    settings = SiteSettings.load()
    settings.tagline = "What hospitals learned, shared and reviewed."
    settings.tagline_nl = "Wat ziekenhuizen leerden, gedeeld en beoordeeld."
    settings.example_searches = "asking before filming\nfilming"
    settings.contact_email = "library@commonshelf.example"
    settings.save()


def _topics() -> dict[str, Topic]:
    privacy = TopicFactory(slug="privacy", name="Privacy", description="Keeping what patients say among few.")
    consent = TopicFactory(slug="consent", name="Consent", parent=privacy)
    rumours = TopicFactory(slug="rumours", name="Rumours")
    for topic, label in ((privacy, "Privacy en geheimhouding"), (consent, "Toestemming"), (rumours, "Geruchten")):
        TopicLabel.objects.create(topic=topic, language="nl", kind=LabelKind.PREFERRED, label=label)
    return {"privacy": privacy, "consent": consent, "rumours": rumours}


def _resources(hospital: OrganisationPage, topics: dict[str, Topic]) -> dict[str, ResourcePage]:
    places = {code: Region.objects.get(code=code) for code in ("be", "ke", "jp")}
    shared = {
        "parent": hospital,
        "licence": LicenceFactory(),
        "audiences": [AudienceFactory(slug="nurses", name="Nurses")],
        "regions": [places["be"]],
    }
    for number in range(GUIDES):
        GuideFactory(
            **shared | {"regions": [places["ke"]]},
            title=f"Answering rumours, part {number + 1}",
            summary="How to answer what is not true.",
            topics=[topics["rumours"]],
            year=2000 + number,
            language=("en", "nl", "fr")[number % 3],
        )
    return {
        "guide": GuideFactory(
            **shared,
            title="Ask before you film",
            topics=[topics["consent"]],
            documents=[DocumentFactory(title="Five questions")],
            summary="Consent for filming in five steps.",
            what_changed="Shorter.",
        ),
        "training": TrainingFactory(
            **shared,
            title="Filming on the ward",
            topics=[topics["privacy"]],
            documents=[DocumentFactory(title="Five questions")],
            summary="A morning of practice with cameras.",
            objectives="Ask for consent\nHold a camera",
            prerequisites="None",
            duration_minutes=90,
        ),
        "case-study": CaseStudyFactory(
            **shared | {"regions": [places["jp"]]},
            title="يوم بلا هواتف",
            topics=[topics["privacy"]],
            language="ar",
            summary="ماذا تعلمنا من يوم بلا هواتف.",
            approach="<p>Phones stayed at home.</p>",
            outcome="<p>Calm.</p>",
            lessons="<p>Ask first.</p>",
        ),
        "event": EventFactory(
            **shared,
            title="An evening about cameras",
            topics=[topics["consent"]],
            summary="Meet and try.",
            start_date=timezone.localdate() + timedelta(days=9),
            place="Ostend",
            online_link="https://meet.example/cameras",
        ),
    }
