package org.watchfloor.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;

/** The life of the lab as a whole: opening, closing, many changes at once. */
class LabLifeTest {
    @Test
    void listsHostsBeforeTheirServices() throws IOException {
        try (Lab lab = Labs.open()) {
            List<String> names = lab.targets().stream().map(LabTarget::name).toList();

            assertThat(names).startsWith("gw-1", "gw-1/http", "bastion", "bastion/ssh");
            assertThat(names.stream().filter(name -> !name.contains("/"))).hasSize(12);
            assertThat(lab.targets()).allSatisfy(target -> {
                assertThat(target.port().isPresent()).isEqualTo(target.name().contains("/"));
                assertThat(lab.faultsOf(target.name()))
                        .isEqualTo(target.faults())
                        .contains(Fault.REFUSE);
            });
        }
    }

    @Test
    void suffersEveryFaultItOffersAndMends() throws IOException {
        try (Lab lab = Labs.open()) {
            for (LabTarget target : lab.targets()) {
                for (Fault fault : target.faults()) {
                    lab.set(target.name(), fault);
                    assertThat(lab.fault(target.name())).contains(fault);
                    lab.mend(target.name());
                    assertThat(lab.fault(target.name())).isEmpty();
                }
            }
            lab.targets().stream().filter(target -> target.port().isPresent()).forEach(LabLifeTest::assertListens);
        }
    }

    @Test
    void refusesUnknownTargetsAndFaults() throws IOException {
        try (Lab lab = Labs.open()) {
            assertThatThrownBy(() -> lab.set("web-9", Fault.REFUSE)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> lab.set("web-1", Fault.CHANGED_HOST_KEY))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("\"web-1\" cannot suffer changed-host-key");
            assertThatThrownBy(() -> lab.set("web-1/http", Fault.DOWN)).isInstanceOf(IllegalArgumentException.class);
            assertThat(lab.faultsOf("web-9")).isEmpty();
            lab.mend("web-9");
            assertThat(lab.targets())
                    .allSatisfy(target -> assertThat(lab.fault(target.name())).isEmpty());
        }
    }

    @Test
    void leavesNoThreadAndNoPort() throws IOException {
        Queue<Thread> made = new ConcurrentLinkedQueue<>();
        ThreadFactory virtual = Labs.threads("lab-");
        Lab lab = Labs.open(work -> {
            Thread thread = virtual.newThread(work);
            made.add(thread);
            return thread;
        });
        lab.set("cache-1", Fault.HANG);
        lab.set("web-1", Fault.DELAY);
        lab.set("web-2", Fault.REFUSE);
        List<Socket> clients = new ArrayList<>();
        for (String service : List.of("cache-1/redis", "web-1/http", "bastion/ssh", "shop/https")) {
            clients.add(connected(Labs.address(lab, service)));
            clients.getLast().getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }

        long before = System.nanoTime();
        lab.close();
        lab.close();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
        await().atMost(Duration.ofSeconds(5)).until(() -> made.stream().noneMatch(Thread::isAlive));
        await().atMost(Duration.ofSeconds(5)).until(() -> sshThreads() == 0);
        assertThat(made).hasSizeGreaterThan(14);
        for (LabTarget target : lab.targets()) {
            if (target.port().isPresent()) {
                new ServerSocket(target.port().getAsInt(), 1, InetAddress.ofLiteral("127.0.0.1")).close();
            }
        }
        for (Socket client : clients) {
            client.close();
        }
    }

    @Test
    void staysClosed() throws IOException {
        Lab lab = Labs.open();
        lab.close();

        lab.set("web-1", Fault.ERROR_5XX);
        lab.mendAll();

        assertThatThrownBy(() -> connected(Labs.address(lab, "web-1/http"))).isInstanceOf(ConnectException.class);
    }

    @Test
    void saysWhichPortIsTakenAndListensNowhere() throws IOException {
        try (ServerSocket taken = new ServerSocket()) {
            int base = freeBase();
            taken.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), base + 4));

            assertThatThrownBy(() -> Lab.open(PortPlan.startingAt(base), Labs.threads("lab-"), InstantSource.system())
                            .close())
                    .isInstanceOf(BindException.class)
                    .hasMessageContaining("the lab cannot listen on 127.0.0.1:" + (base + 4) + " for web-2/http")
                    .hasMessageContaining("lab.base-port");

            for (int number = 1; number <= 3; number++) {
                InetSocketAddress free = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), base + number);
                assertThatThrownBy(() -> connected(free)).isInstanceOf(ConnectException.class);
            }
        }
    }

    @Test
    void numbersPortsFromTheBase() throws IOException {
        int base = freeBase();
        try (Lab lab = Lab.open(PortPlan.startingAt(base), Labs.threads("lab-"), InstantSource.system())) {
            assertThat(Labs.port(lab, "gw-1/http")).isEqualTo(base + 1);
            assertThat(Labs.port(lab, "files-1/ssh")).isEqualTo(base + 14);
        }
        assertThatThrownBy(() -> PortPlan.startingAt(80)).hasMessageContaining("use 1024 to 65000");
    }

    @Test
    void standsManyChangesAtOnce() throws Exception {
        try (Lab lab = Labs.open();
                ExecutorService people = Executors.newFixedThreadPool(8)) {
            List<Future<?>> work = new ArrayList<>();
            for (int cycle = 0; cycle < 200; cycle++) {
                Random random = new Random(cycle);
                work.add(people.submit(() -> cycle(lab, random)));
            }
            for (Future<?> done : work) {
                done.get();
            }

            lab.mendAll();

            assertThat(lab.targets().stream().map(target -> lab.fault(target.name())))
                    .containsOnly(Optional.empty());
            lab.targets().stream().filter(target -> target.port().isPresent()).forEach(LabLifeTest::assertListens);
        }
    }

    private static void cycle(Lab lab, Random random) {
        LabTarget target = lab.targets().get(random.nextInt(lab.targets().size()));
        List<Fault> faults = List.copyOf(target.faults());
        lab.set(target.name(), faults.get(random.nextInt(faults.size())));
        lab.mend(target.name());
    }

    private static void assertListens(LabTarget target) {
        try {
            connected(new InetSocketAddress(
                            InetAddress.ofLiteral("127.0.0.1"), target.port().orElseThrow()))
                    .close();
        } catch (IOException e) {
            throw new AssertionError(target.name() + " does not listen", e);
        }
    }

    private static Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(address, 2_000);
            return socket;
        } catch (SocketException e) {
            socket.close();
            throw e;
        }
    }

    /** Below the range that the system hands out by itself. */
    private static int freeBase() throws IOException {
        for (int base = 21_000; base < 32_000; base += 100) {
            if (allFree(base)) {
                return base;
            }
        }
        throw new IOException("no fourteen free ports in a row");
    }

    private static boolean allFree(int base) {
        for (int number = 1; number <= 14; number++) {
            try (ServerSocket probe = new ServerSocket()) {
                probe.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), base + number));
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }

    private static long sshThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("sshd-SshServer"))
                .count();
    }
}
