package parley.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import parley.app.database.Database;
import parley.app.people.Account;
import parley.app.people.Accounts;
import parley.app.record.CaseRecord;
import parley.app.record.Deed;
import parley.app.record.Label;
import parley.app.security.Site;
import parley.app.server.FirstStart;
import parley.app.server.Server;
import parley.app.server.Threads;

/**
 * Mixed pages at a fixed rate on a record of many facts. A request's time counts from the moment it was due, so a server
 * that falls behind shows. Client and server share the process and its two cores.
 */
final class ServerLoad {
    private static final long SEED = 20261125;
    private static final int ROWS_AN_ENTRY = 1000;
    private static final List<String> SERIES = List.of(
            "political_prisoners", "repression_cases_month", "released", "freed_at_home", "journalists_imprisoned");

    private ServerLoad() {}

    public static void main(String[] args) throws Exception {
        Threads.prepare();
        int facts = Integer.getInteger("facts", 100_000);
        int rate = Integer.getInteger("rate", 200);
        int seconds = Integer.getInteger("seconds", 30);
        Path data = Files.createTempDirectory("parley-load");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        Database database = Database.in(data, _ -> {});
        Server.Parts parts = Server.Parts.of(database, data, Clock.systemUTC());
        new FirstStart(parts, data, _ -> {}).prepare(Path.of("cases"), true);
        fill(parts, facts);
        var site = new Site("localhost:8497", "http://localhost:8497");
        try (Server server = Server.start(database, parts, site, 8497)) {
            List<String> cookies = List.of("secretariat", "analyst", "eu-desk", "us-desk", "lt-desk").stream()
                    .map(login -> cookie(server, login))
                    .toList();
            // A server that has just started is compiled while it answers; people come to it one by one.
            for (int share = 8; share >= 1; share /= 2) {
                run(site, cookies, rate / share, 10, "warming up");
            }
            double cpu = Cpu.own();
            double[] millis = run(site, cookies, rate, seconds, "measured");
            double used = Cpu.own() - cpu;
            System.out.printf(
                    "%d facts, %d requests a second for %d s: p50 %.1f ms, p90 %.1f, p99 %.1f, most %.1f; %.2f ms CPU a request with its client; heap %d MB%n",
                    facts,
                    rate,
                    seconds,
                    at(millis, 0.5),
                    at(millis, 0.9),
                    at(millis, 0.99),
                    millis[millis.length - 1],
                    used * 1e3 / millis.length,
                    (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
            time(site, cookies.getFirst());
        }
    }

    private static String cookie(Server server, String login) {
        Account account = server.parts().accounts().byLogin(login);
        if (account == null) {
            throw new IllegalStateException(login);
        }
        return server.parts().sessions().begin(account.id(), "load");
    }

    private static void fill(Server.Parts parts, int facts) {
        var random = new Random(SEED);
        for (int from = 0; from < facts; from += ROWS_AN_ENTRY) {
            var csv = new StringBuilder("id,series,date,value,recorded,source,confidence,origin,replaces,note\n");
            for (int i = from; i < Math.min(facts, from + ROWS_AN_ENTRY); i++) {
                LocalDate day = LocalDate.of(2016, 6, 1).plusDays(random.nextInt(3650));
                csv.append("x%d,%s,%s,%d,%s,load,A,,,\n"
                        .formatted(i, SERIES.get(random.nextInt(SERIES.size())), day, random.nextInt(1500), day));
            }
            parts.record()
                    .change(
                            "belarus",
                            new CaseRecord.Author(Accounts.SYSTEM.id(), ""),
                            w -> w.add(new Deed.RowsFiled("readings.csv", csv.toString()), Label.PUBLIC, "load"));
        }
    }

    private static double[] run(Site site, List<String> cookies, int rate, int seconds, String what) throws Exception {
        int many = rate * seconds;
        var nanos = new AtomicLongArray(many);
        var failed = new AtomicInteger();
        var random = new Random(SEED);
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < many; i++) {
                long due = start + i * TimeUnit.SECONDS.toNanos(1) / rate;
                String path = page(random);
                String cookie = cookies.get(random.nextInt(cookies.size()));
                int index = i;
                long wait = due - System.nanoTime();
                if (wait > 0) {
                    TimeUnit.NANOSECONDS.sleep(wait);
                }
                each.execute(() -> {
                    try {
                        if (get(client, site, path, cookie) != 200) {
                            failed.incrementAndGet();
                        }
                    } catch (IOException | InterruptedException e) {
                        failed.incrementAndGet();
                    }
                    nanos.set(index, System.nanoTime() - due);
                });
            }
        }
        if (failed.get() > 0) {
            throw new IllegalStateException("%s: %d of %d requests failed".formatted(what, failed.get(), many));
        }
        double[] millis = new double[many];
        for (int i = 0; i < many; i++) {
            millis[i] = nanos.get(i) / 1e6;
        }
        Arrays.sort(millis);
        return millis;
    }

    /** Pages as people ask for them in a day. */
    private static String page(Random random) {
        int of100 = random.nextInt(100);
        return of100 < 30
                ? "today"
                : of100 < 50
                        ? "roadmap"
                        : of100 < 70
                                ? "about/"
                                        + List.of("open-skies", "potash", "humanitarian-release", "eu-belavia")
                                                .get(random.nextInt(4))
                                : of100 < 85 ? "partners" : "decisions";
    }

    private static int get(HttpClient client, Site site, String page, String cookie)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site.address() + "/case/belarus/" + page))
                .header("Cookie", "__Host-parley=" + cookie)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    /** The time machine: days of ten years that nobody asked for before. */
    private static void time(Site site, String cookie) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        var random = new Random(SEED);
        double[] millis = new double[60];
        for (int i = 0; i < millis.length; i++) {
            LocalDate day = LocalDate.of(2016, 6, 1).plusDays(random.nextInt(3650));
            long began = System.nanoTime();
            if (get(client, site, "time?on=" + day, cookie) != 200) {
                throw new IllegalStateException("the time machine failed on " + day);
            }
            millis[i] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                "time machine, each day for the first time: p50 %.1f ms, p90 %.1f, most %.1f%n",
                at(millis, 0.5), at(millis, 0.9), millis[millis.length - 1]);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
