package org.watchfloor.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The line protocols of the lab, seen through plain sockets. */
class LabLineTest {
    @AutoClose
    private final Lab lab = Labs.open();

    LabLineTest() throws IOException {}

    @Test
    void speaksSmtp() throws IOException {
        String session = talk("mail-1/smtp", "EHLO me\r\nNOOP\r\nMAIL FROM:<a@b>\r\nQUIT\r\n");

        assertThat(session)
                .startsWith("220 ")
                .contains("\r\n250-STARTTLS\r\n", "\r\n250 2.0.0 OK\r\n", "\r\n502 ")
                .endsWith("221 2.0.0 bye\r\n");
    }

    @Test
    void speaksRedis() throws IOException {
        assertThat(talk("cache-1/redis", "ping\r\nGET x\r\nQUIT\r\n"))
                .isEqualTo("+PONG\r\n-ERR unknown command\r\n+OK\r\n");
    }

    @Test
    void answersNonsense() throws IOException {
        lab.set("cache-1", Fault.WRONG_ANSWER);
        lab.set("mail-1", Fault.WRONG_ANSWER);

        assertThat(talk("cache-1/redis", "PING\r\nQUIT\r\n"))
                .doesNotContain("PONG")
                .isNotEmpty();
        assertThat(talk("mail-1/smtp", "QUIT\r\n")).startsWith("554 ");

        lab.mendAll();
        assertThat(talk("cache-1/redis", "PING\r\nQUIT\r\n")).startsWith("+PONG");
        assertThat(talk("mail-1/smtp", "QUIT\r\n")).startsWith("220 ");
    }

    @Test
    void cutsTheGreeting() throws IOException {
        lab.set("mail-1/smtp", Fault.CUT);

        assertThat(talk("mail-1/smtp", "")).startsWith("220 mail").doesNotContain("\n");
    }

    @Test
    void hangs() throws IOException {
        lab.set("cache-1/redis", Fault.HANG);

        try (Socket socket = dial("cache-1/redis")) {
            socket.setSoTimeout(300);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void mendingEndsWhatHangs() throws IOException {
        lab.set("cache-1/redis", Fault.HANG);

        try (Socket socket = dial("cache-1/redis")) {
            lab.mend("cache-1/redis");
            assertThat(isOver(socket)).isTrue();
        }
        assertThat(talk("cache-1/redis", "PING\r\nQUIT\r\n")).startsWith("+PONG");
    }

    @Test
    void answersLate() throws IOException {
        lab.set("cache-1/redis", Fault.DELAY);

        long before = System.nanoTime();
        String session = talk("cache-1/redis", "PING\r\n");

        assertThat(session).isEqualTo("+PONG\r\n");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void wholeHostGoesDown() throws IOException {
        lab.set("db-1", Fault.DOWN);

        assertThat(lab.fault("db-1")).contains(Fault.DOWN);
        assertThat(lab.fault("db-1/ssh")).contains(Fault.DOWN);
        assertThatThrownBy(() -> dial("db-1/ssh")).isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> dial("db-1/postgresql")).isInstanceOf(ConnectException.class);

        lab.mend("db-1");
        dial("db-1/ssh").close();
        dial("db-1/postgresql").close();
        assertThat(lab.fault("db-1")).isEmpty();
    }

    private String talk(String service, String said) throws IOException {
        try (Socket socket = dial(service)) {
            socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return drained(socket);
        }
    }

    private static String drained(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    /** With an end, or with a reset when the service had not come to it yet. */
    private static boolean isOver(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() == -1;
        } catch (SocketException _) {
            return true;
        }
    }

    private Socket dial(String service) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(10_000);
        try {
            socket.connect(Labs.address(lab, service), 2_000);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
