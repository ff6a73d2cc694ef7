package org.watchfloor.web;

import java.time.InstantSource;
import java.util.List;

/** The groups of endpoints about alerts and who is told. */
record AlertingEndpoints(
        AlertEndpoints alerts,
        WhyEndpoints why,
        AlertCommands commands,
        RuleEndpoints rules,
        BacktestEndpoint backtest,
        HygieneEndpoint hygiene,
        QuietEndpoints quiet,
        ChannelEndpoints channels,
        NoticeEndpoints notices,
        OutsideEndpoints outside,
        OnCallEndpoint onCall) {
    static AlertingEndpoints of(EnginePorts engine, InstantSource clock) {
        return new AlertingEndpoints(
                new AlertEndpoints(engine, clock),
                new WhyEndpoints(engine, clock),
                new AlertCommands(engine, clock),
                new RuleEndpoints(engine, clock),
                new BacktestEndpoint(engine, clock),
                new HygieneEndpoint(engine, clock),
                new QuietEndpoints(engine, clock),
                new ChannelEndpoints(engine),
                new NoticeEndpoints(engine, clock),
                new OutsideEndpoints(engine),
                new OnCallEndpoint(engine, clock));
    }

    List<Route> table() {
        return List.of(
                Route.get("/api/v1/alerts", alerts::list),
                Route.get("/api/v1/alerts/{id}", alerts::one),
                Route.get("/api/v1/alerts/{id}/why", why::ofAlert),
                Route.get("/api/v1/checks/{host}/{name}/why", why::ofCheck),
                Route.post("/api/v1/alerts/{id}/acknowledge", commands::acknowledge),
                Route.post("/api/v1/alerts/{id}/unacknowledge", commands::unacknowledge),
                Route.post("/api/v1/alerts/{id}/shelve", commands::shelve),
                Route.post("/api/v1/alerts/{id}/resolve", commands::resolve),
                Route.post("/api/v1/alerts/{id}/comment", commands::comment),
                Route.get("/api/v1/alert-rules", rules::list),
                Route.post("/api/v1/alert-rules/backtest", backtest::answer),
                Route.get("/api/v1/alert-rules/hygiene", hygiene::answer),
                Route.get("/api/v1/alert-rules/{id}", rules::one),
                Route.get("/api/v1/silences", quiet::silences),
                Route.get("/api/v1/maintenance", quiet::maintenance),
                Route.get("/api/v1/channels", channels::list),
                Route.post("/api/v1/channels/{id}/test", channels::test),
                Route.get("/api/v1/notices", notices::list),
                Route.post("/api/v1/notices/{id}/resend", notices::resend),
                Route.post(OutsideEndpoints.WEBHOOK, outside::webhook),
                Route.post(OutsideEndpoints.ALERTS, outside::alerts),
                Route.get("/api/v1/on-call", onCall::answer));
    }
}
