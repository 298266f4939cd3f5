"""Addresses of looking after what is published: one for everybody with a link, the others in the CMS."""

from django.urls import URLPattern, path

from library.upkeep.views import appeals, second_look
from library.upkeep.views.confirm import still_right_view
from library.upkeep.views.take_off import take_off_view

urlpatterns = [path("still-right/<str:token>/", still_right_view, name="still_right")]


def upkeep_urls() -> list[URLPattern]:
    """The addresses in the CMS."""
    return [
        path("take-off/<int:page_id>/", take_off_view, name="take_off"),
        path("appeals/about/<int:decision_id>/", appeals.make_appeal_view, name="make_appeal"),
        path("appeals/<int:appeal_id>/", appeals.answer_appeal_view, name="answer_appeal"),
        path("second-look/", second_look.second_look_view, name="second_look"),
        path("second-look/<int:check_id>/", second_look.spot_check_view, name="spot_check"),
    ]
