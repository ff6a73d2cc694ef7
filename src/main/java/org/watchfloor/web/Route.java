package org.watchfloor.web;

/** One line of the table of what can be asked. */
record Route(String method, PathTemplate path, Handler handler) {
    static Route get(String path, Handler handler) {
        return new Route("GET", PathTemplate.of(path), handler);
    }

    static Route post(String path, Handler handler) {
        return new Route("POST", PathTemplate.of(path), handler);
    }

    static Route put(String path, Handler handler) {
        return new Route("PUT", PathTemplate.of(path), handler);
    }

    static Route delete(String path, Handler handler) {
        return new Route("DELETE", PathTemplate.of(path), handler);
    }

    /** HEAD is GET without the body. */
    boolean serves(String requested) {
        return method.equals(requested) || (method.equals("GET") && requested.equals("HEAD"));
    }
}
