"""Addresses of the site's shell."""

from django.contrib.auth import views as auth
from django.urls import path

from home import views

urlpatterns = [
    path("health/", views.health, name="health"),
    path("share/", views.share, name="share"),
    path("account/login/", auth.LoginView.as_view(redirect_authenticated_user=True), name="login"),
    path("account/logout/", auth.LogoutView.as_view(), name="logout"),
]
