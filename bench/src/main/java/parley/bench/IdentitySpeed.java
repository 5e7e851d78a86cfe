package parley.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import parley.identity.Subject;
import parley.identity.Subject.Kind;
import parley.identity.candidate.CandidateIndex;
import parley.identity.candidate.Screener;
import parley.identity.match.Matcher;
import parley.identity.match.PreparedSubject;
import parley.identity.match.Thresholds;

/** Speed of preparing, indexing, comparing and screening, in processor time of one thread. {@code IdentitySpeed SHARED_FOLDER} */
final class IdentitySpeed {
    private static final int QUERIES = 10_000;
    private static final int PAIRS = 1_000_000;

    private IdentitySpeed() {}

    public static void main(String[] arguments) throws IOException {
        Path shared = Path.of(arguments[0]);
        List<Subject> subjects = IdentityLists.all(shared);
        var queries = new ArrayList<Subject>();
        List<List<String>> rows =
                IdentityLists.csv(shared.resolve("screening/negatives_global_50000.csv.gz"), StandardCharsets.UTF_8);
        for (int i = 1; i <= QUERIES; i++) {
            queries.add(Subject.named(Kind.PERSON, rows.get(i).getFirst()));
        }
        for (int round = 1; round <= 2; round++) {
            String warm = round == 1 ? "cold" : "warm";
            long began = Cpu.thread();
            List<PreparedSubject> prepared =
                    subjects.stream().map(PreparedSubject::of).toList();
            double prepareSeconds = (Cpu.thread() - began) / 1e9;
            long names = prepared.stream().mapToLong(s -> s.names().size()).sum();
            began = Cpu.thread();
            CandidateIndex index = CandidateIndex.of(prepared);
            System.out.printf(
                    Locale.ROOT,
                    "| prepare %d records, %d names (%s) | | %.2f s CPU |%n| build the index (%s) | < 10 s with preparing | %.2f s CPU, %.1f MB |%n",
                    subjects.size(),
                    names,
                    warm,
                    prepareSeconds,
                    warm,
                    (Cpu.thread() - began) / 1e9,
                    index.sizeBytes() / 1e6);
            pairs(prepared, warm);
            screen(prepared, index, queries, warm);
        }
    }

    private static void pairs(List<PreparedSubject> prepared, String warm) {
        List<PreparedSubject> persons =
                prepared.stream().filter(s -> s.subject().kind() == Kind.PERSON).toList();
        var matcher = new Matcher(Thresholds.shipped());
        var random = new Random(1);
        var single = new ArrayList<PreparedSubject>();
        for (int i = 0; i < 20_000; i++) {
            PreparedSubject any = persons.get(random.nextInt(persons.size()));
            single.add(
                    new PreparedSubject(any.subject(), any.form(), any.names().subList(0, 1)));
        }
        long began = Cpu.thread();
        double sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            sum += matcher.name(single.get(random.nextInt(single.size())), single.get(random.nextInt(single.size())));
        }
        double seconds = (Cpu.thread() - began) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "| compare %d pairs of names (%s) | | %.2f µs a pair, mean score %.3f |%n",
                PAIRS,
                warm,
                seconds * 1e6 / PAIRS,
                sum / PAIRS);
    }

    private static void screen(
            List<PreparedSubject> prepared, CandidateIndex index, List<Subject> queries, String warm) {
        var screener = new Screener(prepared, index, Thresholds.shipped());
        var search = new CandidateIndex.Search(index, Screener.CANDIDATES);
        long began = Cpu.thread();
        for (Subject query : queries) {
            index.search(PreparedSubject.of(query).names(), search);
        }
        double candidates = (Cpu.thread() - began) / 1e9;
        double[] micros = new double[queries.size()];
        int hits = 0;
        began = Cpu.thread();
        for (int i = 0; i < micros.length; i++) {
            long start = System.nanoTime();
            hits += screener.screen(PreparedSubject.of(queries.get(i))).size();
            micros[i] = (System.nanoTime() - start) / 1e3;
        }
        double seconds = (Cpu.thread() - began) / 1e9;
        Arrays.sort(micros);
        System.out.printf(
                Locale.ROOT,
                "| screen %d names against %d records (%s) | >= 2,000 a second | %.0f a second of CPU, %d hits, p50 %.0f µs, p99 %.0f µs; candidates alone %.0f a second |%n",
                queries.size(),
                index.records(),
                warm,
                queries.size() / seconds,
                hits,
                micros[micros.length / 2],
                micros[micros.length * 99 / 100],
                queries.size() / candidates);
    }
}
