"""Courses for officials of other cities."""

from django.db import models

from seoulution.apps.catalogue.models import PolicySolution
from seoulution.apps.network.models import Agency
from seoulution.apps.network.records import ReferenceModel
from seoulution.reference.schema import network


class TrainingCourse(ReferenceModel):
    shape = network.TrainingCourse
    host = models.ForeignKey(Agency, models.PROTECT, related_name="courses")
    solutions = models.ManyToManyField(PolicySolution, related_name="courses", blank=True)
