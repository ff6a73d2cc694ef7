package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bug kills a thread, for which a debugger stands in that throws an error there. */
class CrashTest {
    private static final Pattern DEBUGGER = Pattern.compile("transport dt_socket at address: (\\d+)");

    @TempDir
    private Path temp;

    @AutoClose
    private final WebSite site = new WebSite();

    CrashTest() throws IOException {}

    @ParameterizedTest
    @ValueSource(strings = {"engine-loop", "check-loop"})
    void ofAnEssentialThreadStopsEverythingAndSaysSo(String thread) throws Exception {
        try (Run run = debuggable()) {
            run.awaitState("web-1/page", "UP");

            kill(run, thread);

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.log())
                    .contains("thread " + thread + " died")
                    .containsSubsequence("web door stopped", "engine stopped", "store stopped");
            assertThat(temp.resolve("data/watchfloor.pid")).doesNotExist();
        }
    }

    @Test
    void ofAnotherThreadIsLoggedAndSurvived() throws Exception {
        try (Run run = debuggable()) {
            run.awaitState("web-1/page", "UP");

            kill(run, "web-deadlines");
            site.answers(500);

            run.awaitState("web-1/page", "DOWN");
        }
    }

    private Run debuggable() throws IOException {
        site.configure(temp.resolve("config"));
        Path data = temp.resolve("data");
        return Run.of(
                data,
                Map.of(),
                List.of("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0"),
                "--headless",
                "--listen",
                "127.0.0.1:0",
                "--config",
                temp.resolve("config").toString(),
                "--data",
                data.toString());
    }

    private static void kill(Run run, String name) throws Exception {
        Matcher address = Awaitility.await()
                .atMost(Run.PATIENCE)
                .until(() -> DEBUGGER.matcher(run.output() + run.errors()), Matcher::find);
        VirtualMachine machine = attach(address.group(1));
        ObjectReference error = machine.classesByName("java.lang.OutOfMemoryError")
                .getFirst()
                .instances(1)
                .getFirst();
        ThreadReference thread = machine.allThreads().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        thread.suspend();
        thread.stop(error);
        thread.resume();
        machine.dispose();
    }

    private static VirtualMachine attach(String port) throws Exception {
        AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(candidate -> candidate.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        Objects.requireNonNull(arguments.get("hostname")).setValue("127.0.0.1");
        Objects.requireNonNull(arguments.get("port")).setValue(port);
        return connector.attach(arguments);
    }
}
