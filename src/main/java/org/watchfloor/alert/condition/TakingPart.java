package org.watchfloor.alert.condition;

/** Which members of a group a figure is about: those that have the metric, and those of which nothing is known yet. */
final class TakingPart {
    private TakingPart() {}

    static boolean in(Needs needs, Sight member) {
        for (Metric metric : needs.windows().keySet()) {
            if (!in(metric, member)) {
                return false;
            }
        }
        return true;
    }

    static boolean in(Metric metric, Sight member) {
        if (member.metrics().isEmpty()) {
            return true;
        }
        if (metric.isPattern()) {
            return member.metrics().stream().anyMatch(metric::matches);
        }
        return !Double.isNaN(member.value(metric.name()))
                || !member.samples(metric.name()).isEmpty();
    }
}
