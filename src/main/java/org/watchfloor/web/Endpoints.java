package org.watchfloor.web;

import java.time.InstantSource;

/** The groups of endpoints. */
record Endpoints(
        HealthEndpoints health,
        MetricsEndpoint metrics,
        HostEndpoints hosts,
        CheckEndpoints checks,
        HistoryEndpoint history,
        CheckCommands commands,
        IncidentEndpoints incidents,
        AlertingEndpoints alerting,
        GateEndpoints gates,
        RecoveryEndpoints recovery,
        RunbookEndpoints runbooks,
        FailureCommands failures,
        EditingEndpoints editing,
        EngineEndpoint engine,
        EventsEndpoint events,
        IndexEndpoint index) {
    static Endpoints of(EnginePorts engine, Surroundings surroundings, TransitionFeed feed, InstantSource clock) {
        return new Endpoints(
                new HealthEndpoints(
                        new EngineHealth(engine.snapshots(), clock),
                        new StoreHealth(engine),
                        new SystemHealth(surroundings.machine()),
                        surroundings.version(),
                        clock),
                new MetricsEndpoint(engine.snapshots(), surroundings.version()),
                new HostEndpoints(engine.snapshots()),
                new CheckEndpoints(engine.snapshots()),
                new HistoryEndpoint(engine, clock),
                new CheckCommands(engine),
                new IncidentEndpoints(engine, clock),
                AlertingEndpoints.of(engine, clock),
                new GateEndpoints(engine, clock),
                new RecoveryEndpoints(engine, clock),
                new RunbookEndpoints(engine, clock, new TokenNeeded(surroundings.hasToken())),
                new FailureCommands(engine, new TokenNeeded(surroundings.hasToken())),
                EditingEndpoints.of(engine, clock),
                new EngineEndpoint(engine.snapshots()),
                new EventsEndpoint(feed, surroundings.limits()),
                new IndexEndpoint(surroundings.version()));
    }
}
