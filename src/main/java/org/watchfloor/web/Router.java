package org.watchfloor.web;

import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the route of a request. Immutable. */
final class Router {
    private final List<Route> routes;

    Router(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** @throws Problem 404 for an unknown path, 405 for a known path with another method, or the handler's own */
    Reply answer(HttpExchange exchange) throws InterruptedException {
        TreeSet<String> allowed = new TreeSet<>();
        for (Route route : routes) {
            Optional<Map<String, String>> values =
                    route.path().match(exchange.getRequestURI().getRawPath());
            if (values.isPresent() && route.serves(exchange.getRequestMethod())) {
                return route.handler().answer(new Call(exchange, values.get()));
            }
            if (values.isPresent()) {
                allowed.add(route.method());
            }
        }
        if (allowed.isEmpty()) {
            throw Problem.notFound("there is nothing here; GET /api/v1 lists what there is");
        }
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        String methods = String.join(", ", allowed);
        throw Problem.withHeader(405, "this can only be asked with " + methods, "Allow", methods);
    }
}
