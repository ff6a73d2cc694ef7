package org.watchfloor.lab;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** A plain web server of HTTP/1.1 with kept connections. */
final class HttpConversation implements Conversation {
    private final Function<HttpRequest, Page> pages;

    HttpConversation(WebSite site, Optional<Fault> fault) {
        pages = fault.flatMap(HttpConversation::insteadOfPages)
                .<Function<HttpRequest, Page>>map(page -> request -> page)
                .orElse(site::page);
    }

    @Override
    public void hold(Connection connection) throws IOException {
        Optional<HttpRequest> request = HttpRequest.next(connection);
        while (request.isPresent()) {
            answer(connection, request.get());
            request = request.get().isLast() ? Optional.empty() : HttpRequest.next(connection);
        }
    }

    private void answer(Connection connection, HttpRequest request) throws IOException {
        Page page = pages.apply(request);
        String head = "HTTP/1.1 " + page.status() + "\r\n"
                + "Server: watchfloor-lab\r\n"
                + "Content-Type: " + page.contentType() + "\r\n"
                + "Content-Length: " + page.size() + "\r\n"
                + (page.equals(Page.UNAUTHORIZED) ? "WWW-Authenticate: Basic realm=\"lab\"\r\n" : "")
                + (request.isLast() ? "Connection: close\r\n" : "")
                + "\r\n";
        connection.answer(head, request.method().equals("HEAD") ? "" : page.body());
    }

    private static Optional<Page> insteadOfPages(Fault fault) {
        return Optional.ofNullable(Page.BY_FAULT.get(fault));
    }
}
