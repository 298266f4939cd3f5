"""Addresses of finding and browsing."""

from django.urls import path

from search import views
from search.browse import views as browse
from search.question.help import search_help
from search.suggest.views import suggest

urlpatterns = [
    path("search/", views.results, name="search"),
    path("search/help/", search_help, name="search_help"),
    path("search/suggest/", suggest, name="suggest"),
    path("search/facet/<slug:facet>/", views.facet, name="facet"),
    path("search/inside/<int:page_id>/", views.inside, name="inside"),
    path("topics/", browse.topics, name="topics"),
    path("topics/<str:slug>/", browse.topic, name="topic"),
    path("regions/", browse.regions, name="regions"),
    path("regions/<slug:code>/", browse.region, name="region"),
]
