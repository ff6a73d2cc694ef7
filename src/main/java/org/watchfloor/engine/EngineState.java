package org.watchfloor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.alert.condition.Samples;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.config.Site;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.health.observer.OwnNetwork;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Gap;
import org.watchfloor.model.HostId;

/**
 * All that the engine knows, immutable; successive states share what did not change.
 *
 * @param checks in the order of the layout
 * @param remembered checks that are not on watch now but may come back
 * @param openIncidents by host, in the order of their begin
 * @param gaps the latest gaps of observation, newest last, at most {@value #GAPS_KEPT}
 * @param configProblems why the configuration on disk is not in force; empty when it is
 * @param gates the breakers before hosts, SSH sessions and channels
 * @param failures that last
 * @param actions that run, those that ran lately, and what may be done
 * @param network of this machine: whether what is seen of others can be trusted
 * @param siteLoadedAt when the site in force was loaded
 */
public record EngineState(
        Layout layout,
        Slots<CheckHealth> checks,
        Map<CheckId, Remembered> remembered,
        Map<HostId, Incident> openIncidents,
        List<Gap> gaps,
        Counters counters,
        AlertState alerting,
        List<ConfigProblem> configProblems,
        OwnNetwork network,
        Gates gates,
        Failures failures,
        Actions actions,
        Instant siteLoadedAt) {
    public static final int GAPS_KEPT = 100;

    /** The highest numbers given so far. */
    public record Counters(long transition, long incident, long timelineEntry) {}

    /** With a network that nothing is known of, and no gates, failures and actions. */
    public EngineState(
            Layout layout,
            Slots<CheckHealth> checks,
            Map<CheckId, Remembered> remembered,
            Map<HostId, Incident> openIncidents,
            List<Gap> gaps,
            Counters counters,
            AlertState alerting,
            List<ConfigProblem> configProblems,
            Instant siteLoadedAt) {
        this(
                layout,
                checks,
                remembered,
                openIncidents,
                gaps,
                counters,
                alerting,
                configProblems,
                OwnNetwork.UNKNOWN,
                Gates.NONE,
                Failures.NONE,
                Actions.NONE,
                siteLoadedAt);
    }

    /** Knows and watches nothing. */
    public static EngineState empty(Instant now) {
        return new EngineState(
                new Layout(Site.EMPTY),
                Slots.copyOf(List.of()),
                Map.of(),
                Map.of(),
                List.of(),
                new Counters(0, 0, 0),
                AlertState.empty(0),
                List.of(),
                now);
    }

    public Optional<CheckHealth> check(CheckId check) {
        return layout.slot(check).map(checks::get);
    }

    /** When the latest gap of observation ended. */
    Optional<Instant> lastGapEnd() {
        return gaps.isEmpty() ? Optional.empty() : Optional.of(gaps.getLast().to());
    }

    EngineState withChecks(Slots<CheckHealth> next) {
        return new EngineState(
                layout,
                next,
                remembered,
                openIncidents,
                gaps,
                counters,
                alerting,
                configProblems,
                network,
                gates,
                failures,
                actions,
                siteLoadedAt);
    }

    EngineState withOpenIncidents(Map<HostId, Incident> next) {
        return new EngineState(
                layout,
                checks,
                remembered,
                next,
                gaps,
                counters,
                alerting,
                configProblems,
                network,
                gates,
                failures,
                actions,
                siteLoadedAt);
    }

    EngineState withCounters(Counters next) {
        return new EngineState(
                layout,
                checks,
                remembered,
                openIncidents,
                gaps,
                next,
                alerting,
                configProblems,
                network,
                gates,
                failures,
                actions,
                siteLoadedAt);
    }

    EngineState withConfigProblems(List<ConfigProblem> next) {
        return new EngineState(
                layout,
                checks,
                remembered,
                openIncidents,
                gaps,
                counters,
                alerting,
                next,
                network,
                gates,
                failures,
                actions,
                siteLoadedAt);
    }

    EngineState withGap(Gap gap) {
        List<Gap> next = new ArrayList<>(gaps);
        next.add(gap);
        List<Gap> kept = List.copyOf(next.subList(Math.max(0, next.size() - GAPS_KEPT), next.size()));
        return new EngineState(
                layout,
                checks,
                remembered,
                openIncidents,
                kept,
                counters,
                alerting,
                configProblems,
                network,
                gates,
                failures,
                actions,
                siteLoadedAt);
    }

    EngineState withSite(
            Layout nextLayout,
            Slots<CheckHealth> nextChecks,
            Slots<Map<String, Samples>> nextKept,
            Map<CheckId, Remembered> nextRemembered,
            Instant loadedAt) {
        AlertState moved = new AlertState(
                alerting.book().movedTo(nextLayout),
                nextKept,
                alerting.groups(),
                alerting.outbox(),
                alerting.diagnoses().moved(layout, nextLayout),
                alerting.numbers(),
                alerting.outside());
        return new EngineState(
                nextLayout,
                nextChecks,
                nextRemembered,
                openIncidents,
                gaps,
                counters,
                moved,
                List.of(),
                network,
                gates,
                failures,
                actions,
                loadedAt);
    }

    EngineState withAlerting(AlertState next) {
        return new EngineState(
                layout,
                checks,
                remembered,
                openIncidents,
                gaps,
                counters,
                next,
                configProblems,
                network,
                gates,
                failures,
                actions,
                siteLoadedAt);
    }

    EngineState withNetwork(OwnNetwork next) {
        return new EngineState(
                layout,
                checks,
                remembered,
                openIncidents,
                gaps,
                counters,
                alerting,
                configProblems,
                next,
                gates,
                failures,
                actions,
                siteLoadedAt);
    }

    EngineState withGates(Gates next) {
        return new EngineState(
                layout,
                checks,
                remembered,
                openIncidents,
                gaps,
                counters,
                alerting,
                configProblems,
                network,
                next,
                failures,
                actions,
                siteLoadedAt);
    }

    EngineState withFailures(Failures next) {
        return new EngineState(
                layout,
                checks,
                remembered,
                openIncidents,
                gaps,
                counters,
                alerting,
                configProblems,
                network,
                gates,
                next,
                actions,
                siteLoadedAt);
    }

    EngineState withActions(Actions next) {
        return new EngineState(
                layout,
                checks,
                remembered,
                openIncidents,
                gaps,
                counters,
                alerting,
                configProblems,
                network,
                gates,
                failures,
                next,
                siteLoadedAt);
    }
}
