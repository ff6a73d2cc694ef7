package org.watchfloor.notify.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A mail server on loopback that speaks SMTP (RFC 5321) with STARTTLS, and answers single commands as it is told. */
final class ScriptedSmtp implements AutoCloseable {
    private final ServerSocket listening;
    private final Optional<SSLSocketFactory> tls;
    private final Map<String, String> replies = new LinkedHashMap<>();
    private final List<String> commands = Collections.synchronizedList(new ArrayList<>());
    private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());

    /** @param tls for STARTTLS; empty: it is not offered */
    ScriptedSmtp(Optional<SSLSocketFactory> tls) throws IOException {
        this(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()), tls);
    }

    /** One that speaks TLS from the first byte. */
    ScriptedSmtp(SSLContext context) throws IOException {
        this(
                context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress()),
                Optional.empty());
    }

    private ScriptedSmtp(ServerSocket listening, Optional<SSLSocketFactory> tls) {
        this.tls = tls;
        this.listening = listening;
        Thread.ofVirtual().name("scripted-smtp").start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** From now on a command that begins so gets this reply; {@code hang} for none, {@code greeting} for the first line. */
    ScriptedSmtp on(String command, String reply) {
        synchronized (replies) {
            replies.put(command, reply);
        }
        return this;
    }

    List<String> commands() {
        synchronized (commands) {
            return List.copyOf(commands);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().name("scripted-smtp-talk").start(() -> talk(socket));
            }
        } catch (IOException _) {
            // closed by the test
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            write(socket, reply("greeting").orElse("220 test"));
            serve(socket);
        } catch (IOException | UncheckedIOException _) {
            // the client has gone
        }
    }

    private void serve(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        String line = in.readLine();
        while (line != null) {
            commands.add(line);
            String reply = reply(line).orElse(usual(line, socket));
            if (reply.equals("drop")) {
                return;
            }
            if (!reply.equals("hang")) {
                write(socket, reply);
            }
            if (line.equals("STARTTLS") && reply.startsWith("220")) {
                serve(secured(socket));
                return;
            }
            if (reply.startsWith("354")) {
                readMessage(in);
                write(socket, reply(".").orElse("250 taken"));
            }
            line = in.readLine();
        }
    }

    private String usual(String line, Socket socket) {
        String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        boolean offersTls = tls.isPresent() && !(socket instanceof SSLSocket);
        return switch (verb) {
            case "EHLO" -> "250-test\r\n" + (offersTls ? "250-STARTTLS\r\n" : "") + "250 AUTH PLAIN";
            case "STARTTLS" -> offersTls ? "220 go" : "502 no";
            case "AUTH" -> "235 welcome";
            case "DATA" -> "354 go";
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    private Optional<String> reply(String line) {
        synchronized (replies) {
            return replies.entrySet().stream()
                    .filter(entry -> line.startsWith(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }
    }

    private Socket secured(Socket socket) throws IOException {
        SSLSocket secure = (SSLSocket) tls.orElseThrow().createSocket(socket, "127.0.0.1", socket.getPort(), true);
        secure.setUseClientMode(false);
        secure.startHandshake();
        commands.add("(TLS)");
        return secure;
    }

    private static void readMessage(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
    }

    private static void write(Socket socket, String line) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : List.copyOf(open)) {
            socket.close();
        }
    }
}
