package org.watchfloor.web;

import java.util.ArrayList;
import java.util.List;

/** The table of all that can be asked. */
final class Routes {
    private final Endpoints to;

    Routes(Endpoints endpoints) {
        this.to = endpoints;
    }

    List<Route> table() {
        List<Route> table = new ArrayList<>(List.of(
                Route.get("/health", to.health()::overall),
                Route.get(Guard.LIVENESS, to.health()::live),
                Route.get("/health/ready", to.health()::ready),
                Route.get("/health/detailed", to.health()::detailed),
                Route.get("/health/database", to.health()::database),
                Route.get("/health/system", to.health()::system),
                Route.get("/metrics", to.metrics()::answer),
                Route.get("/api/v1/hosts", to.hosts()::list),
                Route.get("/api/v1/hosts/{host}", to.hosts()::one),
                Route.get("/api/v1/checks", to.checks()::list),
                Route.get("/api/v1/checks/{host}/{name}", to.checks()::one),
                Route.get("/api/v1/checks/{host}/{name}/history", to.history()::answer),
                Route.post("/api/v1/checks/{host}/{name}/run", to.commands()::run),
                Route.post("/api/v1/checks/{host}/{name}/diagnose", to.commands()::diagnose),
                Route.post("/api/v1/checks/{host}/{name}/pause", to.commands()::pause),
                Route.post("/api/v1/checks/{host}/{name}/resume", to.commands()::resume),
                Route.get("/api/v1/incidents", to.incidents()::list),
                Route.get("/api/v1/incidents/{id}", to.incidents()::one),
                Route.post("/api/v1/incidents/{id}/acknowledge", to.incidents()::acknowledge),
                Route.post("/api/v1/incidents/{id}/notes", to.incidents()::addNote),
                Route.get("/api/v1/engine", to.engine()::answer),
                Route.get("/api/v1/events", to.events()::answer),
                Route.get("/api/v1/openapi.json", to.index()::openApi)));
        table.addAll(to.alerting().table());
        table.addAll(to.gates().table());
        table.addAll(to.recovery().table());
        table.addAll(to.runbooks().table());
        table.addAll(to.failures().table());
        table.addAll(to.editing().table());
        table.add(Route.get("/api/v1", call -> to.index().index(table)));
        return List.copyOf(table);
    }
}
