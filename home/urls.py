"""Addresses of the site's shell, and of people's accounts."""

from allauth.account.views import login
from django.contrib.auth.views import LogoutView
from django.urls import include, path

from home import views

urlpatterns = [
    path("health/", views.health, name="health"),
    path("share/", views.share, name="share"),
    path("account/login/", login, name="login"),
    path("account/logout/", LogoutView.as_view(), name="logout"),
    path("account/second-step/", include("allauth.mfa.urls")),
    path("account/", include("allauth.account.urls")),
    path("", include("network.joining.urls")),
]
