"""Addresses at which people choose which mails they get."""

from django.urls import path

from network.notifications import views

urlpatterns = [
    path("", views.choices, name="notification_choices"),
    path("by-link/<str:token>/", views.choices_by_link, name="notification_choices_by_link"),
    path("stop/<str:token>/", views.stop_by_link, name="notification_stop"),
]
