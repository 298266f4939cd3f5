"""Façade: every model of the app, from its concept package."""

from library.demo.models import DemoPart
from library.exchange.models import ImportedRecord
from library.files.models import LibraryDocument, LibraryImage, LibraryRendition, Passage
from library.files.states import FileState
from library.moderation.after_publication import Appeal, SpotCheck
from library.moderation.checks.models import CheckSetting, Finding
from library.moderation.conversation import Message
from library.moderation.decisions import Decision, DecisionKind, DecisionReason
from library.moderation.settings import ModerationSettings
from library.moderation.submissions import Stage, Submission, SubmissionRegion
from library.moderation.tasks import AutomaticChecksTask, RegionalReviewTask
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
    "Appeal",
    "Audience",
    "AudienceLabel",
    "AutomaticChecksTask",
    "BestPracticeGuidePage",
    "CaseStudyMeasure",
    "CaseStudyPage",
    "CheckSetting",
    "Decision",
    "DecisionKind",
    "DecisionReason",
    "DemoPart",
    "EventCitation",
    "EventPage",
    "Evidence",
    "FileState",
    "Finding",
    "Format",
    "ImportedRecord",
    "LabelKind",
    "Level",
    "LibraryDocument",
    "LibraryImage",
    "LibraryRendition",
    "Licence",
    "Message",
    "ModerationSettings",
    "Passage",
    "PersonRole",
    "Recommendation",
    "RegionalReviewTask",
    "ResourceAudience",
    "ResourceFile",
    "ResourceLink",
    "ResourcePage",
    "ResourcePerson",
    "ResourceRegion",
    "ResourceTopic",
    "ResourceUse",
    "SpotCheck",
    "Stage",
    "Submission",
    "SubmissionRegion",
    "ToldUse",
    "Topic",
    "TopicLabel",
    "TrainingMaterialPage",
    "UseClock",
]
