package io.vigil.app.patient.chart;

import io.vigil.policy.Limits;
import java.util.List;

/** What there is to draw, wherever in time the chart stands. */
public record ChartScene(Trace trace, Limits limits, List<AlarmMark> alarms, List<EventMark> events) {}
