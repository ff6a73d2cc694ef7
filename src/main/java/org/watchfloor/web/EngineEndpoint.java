package org.watchfloor.web;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.engine.EngineFigures;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.engine.StoreFigures;
import org.watchfloor.gate.LimitFigures;
import org.watchfloor.health.observer.OwnNetwork;
import org.watchfloor.health.observer.Realm;
import org.watchfloor.model.Gap;
import org.watchfloor.model.PoolFigures;
import org.watchfloor.model.State;
import org.watchfloor.model.Testimony;

/** How the engine itself is doing. */
final class EngineEndpoint {
    private final Snapshots snapshots;

    EngineEndpoint(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    Reply answer(Call call) {
        return Reply.ok(EngineJson.of(snapshots.current()));
    }

    /** The engine's figures; {@code late} runs began more than a second after their due time. */
    record EngineJson(
            Instant at,
            long snapshot,
            Instant startedAt,
            int hosts,
            int checks,
            Map<State, Integer> states,
            double resultsPerSecond,
            long results,
            long late,
            long skipped,
            LagJson lag,
            int inbox,
            int inboxCapacity,
            Map<String, LaneJson> lanes,
            StoreJson store,
            Instant configurationLoadedAt,
            List<ProblemLine> configurationProblems,
            List<GapJson> gaps,
            NetworkJson network,
            List<StepJson> lifecycle,
            long heapBytes,
            Map<String, PoolJson> pools,
            List<LimitJson> limits) {
        static EngineJson of(Snapshot now) {
            EngineFigures figures = now.figures();
            Map<String, LaneJson> lanes = new TreeMap<>();
            figures.lanes().forEach((probe, lane) -> lanes.put(probe, LaneJson.of(lane)));
            Map<String, PoolJson> pools = new TreeMap<>();
            figures.outward().pools().forEach((protocol, pool) -> pools.put(protocol, PoolJson.of(pool)));
            Map<State, Integer> states = new EnumMap<>(State.class);
            states.putAll(now.all().counts());
            return new EngineJson(
                    now.at(),
                    now.sequence(),
                    figures.startedAt(),
                    now.site().hosts().size(),
                    now.checks().size(),
                    states,
                    figures.resultsPerSecond(),
                    figures.results(),
                    figures.late(),
                    figures.skipped(),
                    LagJson.of(figures.lag()),
                    figures.inbox(),
                    figures.inboxCapacity(),
                    lanes,
                    StoreJson.of(figures.store()),
                    now.state().siteLoadedAt(),
                    now.state().configProblems().stream().map(ProblemLine::of).toList(),
                    now.state().gaps().stream().map(GapJson::of).toList(),
                    NetworkJson.of(now.state().network()),
                    figures.lifecycle().stream().map(StepJson::of).toList(),
                    figures.heapBytes(),
                    pools,
                    figures.outward().limits().stream().map(LimitJson::of).toList());
        }
    }

    /** How late checks of the last minute started. */
    record LagJson(double p50Seconds, double p99Seconds, double maxSeconds) {
        static LagJson of(EngineFigures.Lag lag) {
            return new LagJson(Seconds.ofMillis(lag.p50()), Seconds.ofMillis(lag.p99()), Seconds.ofMillis(lag.max()));
        }
    }

    /** The checks of one probe type. */
    record LaneJson(int running, int waiting, int limit) {
        static LaneJson of(EngineFigures.Lane lane) {
            return new LaneJson(lane.running(), lane.waiting(), lane.limit());
        }
    }

    /** The kept connections of one protocol; acquisition is of the last minute, the three last ones since the start. */
    record PoolJson(
            int total,
            int active,
            int idle,
            int waiting,
            double acquisitionMeanSeconds,
            double acquisitionMaxSeconds,
            long created,
            long destroyed,
            long acquisitionErrors) {
        static PoolJson of(PoolFigures pool) {
            return new PoolJson(
                    pool.total(),
                    pool.active(),
                    pool.idle(),
                    pool.waiting(),
                    Seconds.of(pool.acquisition().mean()),
                    Seconds.of(pool.acquisition().longest()),
                    pool.created(),
                    pool.destroyed(),
                    pool.failed());
        }
    }

    /** One limit on what is asked of the world; counts are since the start. */
    record LimitJson(
            LimitFigures.Kind kind,
            String of,
            String limit,
            long permitted,
            long waited,
            long rejected,
            long forced,
            int waiting,
            int concurrent) {
        static LimitJson of(LimitFigures limit) {
            return new LimitJson(
                    limit.kind(),
                    limit.of(),
                    limit.limit(),
                    limit.permitted(),
                    limit.waited(),
                    limit.rejected(),
                    limit.forced(),
                    limit.waiting(),
                    limit.concurrent());
        }
    }

    /** The store; {@code trouble} is left out when all is well. */
    record StoreJson(
            long bytes, int queued, long written, long thinned, double lastFlushSeconds, Optional<String> trouble) {
        static StoreJson of(StoreFigures store) {
            return new StoreJson(
                    store.bytes(),
                    store.queued(),
                    store.written(),
                    store.thinned(),
                    Seconds.ofMillis(store.flushMillis()),
                    store.trouble());
        }
    }

    /** Why the configuration on disk is not in force. */
    record ProblemLine(String place, String what, String mend) {
        static ProblemLine of(ConfigProblem problem) {
            return new ProblemLine(problem.place().toString(), problem.what(), problem.mend());
        }
    }

    /** A time in which nothing was observed. */
    record GapJson(Instant from, Instant to, Gap.Cause cause, double lengthSeconds) {
        static GapJson of(Gap gap) {
            return new GapJson(gap.from(), gap.to(), gap.cause(), Seconds.of(gap.length()));
        }
    }

    /** The network of this machine: which part of it is lost since when, and what the witnesses say. */
    record NetworkJson(Map<Realm, Instant> lost, Optional<Instant> heardAt, List<WitnessJson> witnesses) {
        static NetworkJson of(OwnNetwork network) {
            return new NetworkJson(
                    network.lost(),
                    network.latest().map(Testimony::startedAt),
                    network.latest().stream()
                            .flatMap(round -> round.answers().stream())
                            .map(answer -> new WitnessJson(
                                    answer.name(),
                                    answer.isOutside(),
                                    answer.answered(),
                                    network.believed().contains(answer.name())))
                            .toList());
        }
    }

    /** One witness; one who is not believed does not count. */
    record WitnessJson(String name, boolean outside, boolean answered, boolean believed) {}

    /** A step of the start. */
    record StepJson(String name, double seconds, boolean healthy, String detail) {
        static StepJson of(EngineFigures.Step step) {
            return new StepJson(step.name(), Seconds.ofMillis(step.millis()), step.healthy(), step.detail());
        }
    }
}
