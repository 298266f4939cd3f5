"""Façade: every model of the app, from its concept package."""

from library.demo.models import DemoPart
from library.exchange.models import ImportedRecord
from library.files.models import LibraryDocument, LibraryImage, LibraryRendition, Passage
from library.files.states import FileState
from library.resources.base import (
    PersonRole,
    ResourceAudience,
    ResourceFile,
    ResourceLink,
    ResourcePage,
    ResourcePerson,
    ResourceRegion,
    ResourceTopic,
)
from library.resources.case_study import CaseStudyMeasure, CaseStudyPage
from library.resources.event import EventCitation, EventPage
from library.resources.guide import BestPracticeGuidePage, Evidence, Recommendation
from library.resources.licences import Licence
from library.resources.training import Format, Level, TrainingMaterialPage
from library.taxonomy.models import Audience, AudienceLabel, LabelKind, Topic, TopicLabel
from library.use.models import ResourceUse, ToldUse, UseClock

RESOURCE_TYPES: dict[str, type[ResourcePage]] = {
    model.type_key: model for model in (TrainingMaterialPage, CaseStudyPage, BestPracticeGuidePage, EventPage)
}

__all__ = [
    "RESOURCE_TYPES",
    "Audience",
    "AudienceLabel",
    "BestPracticeGuidePage",
    "CaseStudyMeasure",
    "CaseStudyPage",
    "DemoPart",
    "EventCitation",
    "EventPage",
    "Evidence",
    "FileState",
    "Format",
    "ImportedRecord",
    "LabelKind",
    "Level",
    "LibraryDocument",
    "LibraryImage",
    "LibraryRendition",
    "Licence",
    "Passage",
    "PersonRole",
    "Recommendation",
    "ResourceAudience",
    "ResourceFile",
    "ResourceLink",
    "ResourcePage",
    "ResourcePerson",
    "ResourceRegion",
    "ResourceTopic",
    "ResourceUse",
    "ToldUse",
    "Topic",
    "TopicLabel",
    "TrainingMaterialPage",
    "UseClock",
]
