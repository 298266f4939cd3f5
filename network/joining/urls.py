"""Addresses of joining on the public site."""

from django.urls import path

from network.joining import views

urlpatterns = [
    path("join/", views.join_view, name="join"),
    path("join/invitation/<str:token>/", views.invitation_view, name="accept_invitation"),
]
