"""Addresses of files beside those of Wagtail, below ``documents/``."""

from django.urls import path

from library.files.first_page import first_page_view

urlpatterns = [path("<int:document_id>/first-page/", first_page_view, name="first_page")]
