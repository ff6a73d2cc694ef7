package org.watchfloor.engine.backtest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.watchfloor.config.Check;
import org.watchfloor.engine.Figures;
import org.watchfloor.engine.Recordings.Change;
import org.watchfloor.engine.Recordings.Track;
import org.watchfloor.model.CheckId;

/**
 * Makes looks of figures, where looks are no longer kept. What is counted is met exactly, what a look brought home and
 * when is likely to five minutes. Failed looks are known by the changes of what was shown alone: a failure that a check
 * met while it was degraded already leaves no trace. Immutable.
 */
final class Rebuilding {
    private final Map<CheckId, Course> courses = new HashMap<>();
    private final Map<CheckId, Check> checks;
    private final Pauses pauses;

    /** @param checks those whose looks are wanted */
    Rebuilding(Map<CheckId, Check> checks, Map<CheckId, List<Change>> changes, Pauses pauses) {
        this.checks = Map.copyOf(checks);
        this.pauses = pauses;
        checks.keySet().forEach(check -> courses.put(check, new Course(changes.getOrDefault(check, List.of()))));
    }

    /**
     * The looks of a span, of each check the latency first.
     *
     * @param from in milliseconds since 1970, begin of five minutes, as {@code to} is
     */
    List<Track> tracks(List<Figures> figures, long from, long to) {
        Map<CheckId, List<Figures>> byCheck = new HashMap<>();
        figures.forEach(one ->
                byCheck.computeIfAbsent(one.check(), _ -> new ArrayList<>()).add(one));
        List<Track> tracks = new ArrayList<>();
        checks.forEach((id, check) -> {
            List<Figures> own = byCheck.getOrDefault(id, List.of());
            Rhythm rhythm = Rhythm.of(check, RebuiltCheck.latencies(own));
            Moments moments = new Moments(courses.getOrDefault(id, new Course(List.of())), rhythm, pauses);
            tracks.addAll(new RebuiltCheck(id, moments, own).tracks(from, to));
        });
        return tracks;
    }
}
