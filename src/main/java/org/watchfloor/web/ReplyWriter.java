package org.watchfloor.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Puts a reply on the wire: security headers, compression, no body for HEAD. Stateless. */
final class ReplyWriter {
    /** Below this size compression saves no packet. */
    static final int WORTH_COMPRESSING = 1_400;

    private static final int BUFFER = 32 * 1024;
    private static final Map<String, String> ALWAYS = Map.of(
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin");

    void write(HttpExchange exchange, Reply reply) throws IOException, InterruptedException {
        Headers headers = exchange.getResponseHeaders();
        ALWAYS.forEach(headers::set);
        headers.set("Content-Type", reply.type());
        reply.headers().forEach(headers::set);
        switch (reply) {
            case Reply.Text text -> writeText(exchange, text);
            case Reply.Streamed streamed -> writeStreamed(exchange, streamed);
            case Reply.Live live -> writeLive(exchange, live);
        }
    }

    private void writeText(HttpExchange exchange, Reply.Text text) throws IOException {
        byte[] body = text.body().getBytes(StandardCharsets.UTF_8);
        if (body.length >= WORTH_COMPRESSING) {
            exchange.getResponseHeaders().set("Vary", "Accept-Encoding");
            if (AcceptedEncoding.isGzip(exchange.getRequestHeaders())) {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                body = compressed(body);
            }
        }
        if (isHead(exchange)) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(text.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(text.status(), body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private void writeStreamed(HttpExchange exchange, Reply.Streamed streamed) throws IOException {
        boolean gzip = AcceptedEncoding.isGzip(exchange.getRequestHeaders());
        exchange.getResponseHeaders().set("Vary", "Accept-Encoding");
        if (gzip) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        if (isHead(exchange)) {
            exchange.sendResponseHeaders(streamed.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(streamed.status(), 0);
        try (OutputStream raw = exchange.getResponseBody();
                OutputStream out = new BufferedOutputStream(gzip ? new GZIPOutputStream(raw, BUFFER) : raw, BUFFER)) {
            streamed.content().writeTo(out);
        }
    }

    private void writeLive(HttpExchange exchange, Reply.Live live) throws IOException, InterruptedException {
        if (isHead(exchange)) {
            exchange.sendResponseHeaders(live.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(live.status(), 0);
        try (OutputStream out = exchange.getResponseBody()) {
            live.content().writeTo(out, Deadline.CURRENT.get());
        }
    }

    private static boolean isHead(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("HEAD");
    }

    private static byte[] compressed(byte[] body) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body);
        }
        return compressed.toByteArray();
    }
}
