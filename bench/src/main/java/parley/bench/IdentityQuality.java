package parley.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import parley.identity.Subject;
import parley.identity.Subject.Kind;
import parley.identity.candidate.CandidateIndex;
import parley.identity.candidate.Screener;
import parley.identity.match.Match;
import parley.identity.match.Matcher;
import parley.identity.match.PreparedSubject;
import parley.identity.match.Thresholds;

/**
 * How well names and records are matched, on material whose labels other people gave. Thresholds are chosen inside folds;
 * folds keep all rows of one subject together. With {@code --write FILE} it writes the thresholds that ship.
 *
 * <p>{@code IdentityQuality SHARED_FOLDER [--write FILE] [--errors] [--skip-screening]}
 */
final class IdentityQuality {

    private final Path shared;
    private final boolean errors;
    private final Matcher matcher = new Matcher(Thresholds.shipped());
    private final Map<String, String> written = new LinkedHashMap<>();

    private IdentityQuality(Path shared, boolean errors) {
        this.shared = shared;
        this.errors = errors;
    }

    public static void main(String[] arguments) throws IOException {
        List<String> words = List.of(arguments);
        var quality = new IdentityQuality(Path.of(words.getFirst()), words.contains("--errors"));
        quality.pairs();
        quality.checks();
        if (!words.contains("--only-screening")) {
            quality.variants();
            quality.judgements();
        }
        if (!words.contains("--skip-screening")) {
            quality.screening();
        }
        int write = words.indexOf("--write");
        if (write >= 0) {
            quality.write(Path.of(words.get(write + 1)));
        }
    }

    /** A scored pair: its label and the group that must not be torn apart. */
    record Row(String group, boolean label, double score, String words) {}

    private static Kind kind(String schema) {
        return switch (schema) {
            case "Person" -> Kind.PERSON;
            case "Vessel" -> Kind.VESSEL;
            case "LegalEntity" -> Kind.OTHER;
            default -> Kind.ORGANISATION;
        };
    }

    private void pairs() throws IOException {
        var rows = new ArrayList<Row>();
        var strong = new ArrayList<Row>();
        List<List<String>> csv =
                IdentityLists.csv(shared.resolve("screening/name_bench_cases.csv"), StandardCharsets.UTF_8);
        for (List<String> r : csv.subList(1, csv.size())) {
            Match match =
                    matcher.compare(Subject.named(kind(r.get(1)), r.get(2)), Subject.named(kind(r.get(1)), r.get(3)));
            var row = new Row(
                    r.get(3).toLowerCase(Locale.ROOT),
                    r.get(4).equals("true"),
                    match.score(),
                    "%s | %s | %s [%s]".formatted(r.get(1), r.get(2), r.get(3), r.get(5)));
            rows.add(row);
            if (r.get(5).equals("STRONG")) {
                strong.add(row);
            }
        }
        double threshold = Folds.report("name pairs", rows, true);
        long right =
                strong.stream().filter(r -> r.score() >= threshold == r.label()).count();
        System.out.printf(Locale.ROOT, "| name pairs, STRONG rows | 100 %% | %d of %d |%n", right, strong.size());
        remember("show", threshold, rows);
    }

    private void checks() throws IOException {
        var rows = new ArrayList<Row>();
        for (EntityChecks.Check check : EntityChecks.read(shared.resolve("screening/entity_bench_checks.yml"))) {
            Match match = matcher.compare(check.query(), check.candidate());
            rows.add(new Row(
                    check.candidate().names().getFirst().text().toLowerCase(Locale.ROOT),
                    check.match(),
                    match.same(),
                    check.query().names().getFirst().text() + " | "
                            + check.candidate().names().getFirst().text()));
        }
        remember("same", Folds.report("entity checks", rows, false), rows);
    }

    /** Prints the false results at a threshold and keeps it for writing. */
    private void remember(String key, double threshold, List<Row> rows) {
        int tp = 0;
        int fp = 0;
        int fn = 0;
        for (Row row : rows) {
            boolean said = row.score() >= threshold;
            tp += said && row.label() ? 1 : 0;
            fp += said && !row.label() ? 1 : 0;
            fn += !said && row.label() ? 1 : 0;
        }
        written.put(
                key,
                String.format(
                        Locale.ROOT,
                        "%.3f  n=%d precision %s recall %s",
                        threshold,
                        rows.size(),
                        Folds.interval(tp, tp + fp),
                        Folds.interval(tp, tp + fn)));
        if (errors) {
            rows.stream()
                    .filter(r -> r.score() >= threshold != r.label())
                    .sorted(Comparator.comparing(Row::label).thenComparingDouble(Row::score))
                    .forEach(r -> System.out.printf(
                            Locale.ROOT, "    %s %.3f %s%n", r.label() ? "missed" : "false", r.score(), r.words()));
        }
    }

    private void variants() throws IOException {
        List<List<String>> csv =
                IdentityLists.csv(shared.resolve("screening/eu_belarus_name_variants.csv"), StandardCharsets.UTF_8);
        var clusters = new Clusters();
        var persons = new ArrayList<PreparedSubject>();
        var owners = new ArrayList<String>();
        var positives = new ArrayList<double[]>();
        var words = new ArrayList<String>();
        for (List<String> r : csv.subList(1, csv.size())) {
            if (!r.get(2).equals("Person")) {
                continue;
            }
            PreparedSubject name = PreparedSubject.of(Subject.named(Kind.PERSON, r.get(3)));
            PreparedSubject variant = PreparedSubject.of(Subject.named(Kind.PERSON, r.get(4)));
            clusters.join(r.get(1), "name " + r.get(3).toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
            clusters.join(r.get(1), "name " + r.get(4).toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
            persons.add(name);
            persons.add(variant);
            owners.add(r.get(1));
            owners.add(r.get(1));
            positives.add(new double[] {matcher.name(name, variant)});
            words.add(r.get(3) + " | " + r.get(4));
        }
        var random = new Random(1);
        double[] negatives = new double[200_000];
        for (int i = 0; i < negatives.length; ) {
            int a = random.nextInt(persons.size());
            int b = random.nextInt(persons.size());
            if (!clusters.root(owners.get(a)).equals(clusters.root(owners.get(b)))) {
                negatives[i++] = matcher.name(persons.get(a), persons.get(b));
            }
        }
        recalls("random pairs of different listed persons", positives, words, negatives);
        List<PreparedSubject> synthetic =
                synthetic().stream().map(PreparedSubject::of).toList();
        for (int i = 0; i < negatives.length; i++) {
            negatives[i] = matcher.name(
                    persons.get(random.nextInt(persons.size())), synthetic.get(random.nextInt(synthetic.size())));
        }
        recalls("listed persons against synthetic ones", positives, words, negatives);
    }

    private void recalls(String what, List<double[]> positives, List<String> words, double[] negatives) {
        Arrays.sort(negatives);
        for (double rate : new double[] {0.01, 0.001, 0.0001}) {
            double threshold = Math.nextUp(negatives[negatives.length - 1 - (int) (negatives.length * rate)]);
            long found = positives.stream().filter(p -> p[0] >= threshold).count();
            System.out.printf(
                    Locale.ROOT,
                    "| Belarusian variants, recall at %.2f %% false (%s) | %s | %.4f, n = %d, %d negatives, threshold %.3f |%n",
                    rate * 100,
                    what,
                    rate == 0.001 ? "0.995" : rate == 0.0001 ? "0.99" : "",
                    (double) found / positives.size(),
                    positives.size(),
                    negatives.length,
                    threshold);
            if (errors && rate == 0.0001) {
                for (int i = 0; i < words.size(); i++) {
                    if (positives.get(i)[0] < threshold) {
                        System.out.printf(
                                Locale.ROOT, "    missed %.3f %s%n", positives.get(i)[0], words.get(i));
                    }
                }
            }
        }
    }

    private List<Subject> synthetic() throws IOException {
        List<List<String>> csv =
                IdentityLists.csv(shared.resolve("screening/negatives_global_50000.csv.gz"), StandardCharsets.UTF_8);
        var all = new ArrayList<Subject>();
        for (List<String> row : csv.subList(1, csv.size())) {
            all.add(Subject.named(Kind.PERSON, row.getFirst()));
        }
        return all;
    }

    private void judgements() throws IOException {
        var subjects = new HashMap<String, PreparedSubject>();
        for (Subject subject : IdentityLists.all(shared)) {
            subjects.put(subject.id(), PreparedSubject.of(subject));
        }
        var clusters = new Clusters();
        var negatives = new ArrayList<String[]>();
        for (String[] judged :
                EntityChecks.judgements(shared.resolve("screening/resolve_judgements_2021-10-03.jsonl.gz"))) {
            if (judged[2].equals("positive")) {
                clusters.join(judged[0], judged[1]);
            } else if (judged[2].equals("negative")) {
                negatives.add(judged);
            }
        }
        var members = new TreeMap<String, List<String>>();
        for (String id : clusters.all()) {
            if (subjects.containsKey(id)) {
                members.computeIfAbsent(clusters.root(id), _ -> new ArrayList<>())
                        .add(id);
            }
        }
        var rows = new ArrayList<Row>();
        members.forEach((root, ids) -> {
            for (int i = 0; i < ids.size(); i++) {
                for (int j = i + 1; j < ids.size(); j++) {
                    if (!list(ids.get(i)).equals(list(ids.get(j)))) {
                        rows.add(judge(subjects, root, ids.get(i), ids.get(j), true));
                    }
                }
            }
        });
        int positive = rows.size();
        Set<String> done = new HashSet<>();
        for (String[] judged : negatives) {
            String a = judged[0];
            String b = judged[1];
            if (subjects.containsKey(a)
                    && subjects.containsKey(b)
                    && !list(a).equals(list(b))
                    && done.add(a + " " + b)
                    && !clusters.root(a).equals(clusters.root(b))) {
                rows.add(judge(subjects, clusters.root(a), a, b, false));
            }
        }
        System.out.printf(
                "| cross-list judgements at hand | | %d same, %d different |%n", positive, rows.size() - positive);
        double threshold = Folds.report("cross-list judgements", rows, true);
        remember("judged", threshold, rows);
    }

    private static String list(String id) {
        return id.substring(0, id.indexOf('-'));
    }

    private Row judge(Map<String, PreparedSubject> subjects, String root, String a, String b, boolean label) {
        PreparedSubject one = subjects.get(a);
        PreparedSubject other = subjects.get(b);
        if (one == null || other == null) {
            throw new IllegalStateException(a + " or " + b + " is not at hand.");
        }
        double score = one.form() == other.form() ? matcher.compare(one, other).score() : 0;
        return new Row(
                root,
                label,
                score,
                "%s %s | %s %s"
                        .formatted(
                                a,
                                one.subject().names().getFirst().text(),
                                b,
                                other.subject().names().getFirst().text()));
    }

    private void screening() throws IOException {
        List<PreparedSubject> all = new ArrayList<>();
        for (Subject subject : IdentityLists.all(shared)) {
            all.add(PreparedSubject.of(subject));
        }
        CandidateIndex index = CandidateIndex.of(all);
        candidates(all, index);
        Thresholds shipped = Thresholds.shipped();
        // Everything from .80 on is looked at, so that the threshold can be chosen, not only confirmed.
        var screener = new Screener(all, index, new Thresholds(shipped.show(), shipped.same(), 0.8, shipped.high()));
        int alerts = 0;
        int[] byScore = new int[21];
        List<Subject> queries = synthetic();
        var shown = new ArrayList<String>();
        for (Subject query : queries) {
            List<Screener.Hit> hits = screener.screen(PreparedSubject.of(query));
            double best = hits.stream()
                    .mapToDouble(h -> h.match().weakName() ? 0 : h.match().name())
                    .max()
                    .orElse(0);
            alerts += best >= shipped.alert() ? 1 : 0;
            for (int i = 0; i <= 20; i++) {
                byScore[i] += best >= 0.8 + i * 0.01 && best > 0 ? 1 : 0;
            }
            if (best > 0 && shown.size() < 40) {
                shown.add(query.names().getFirst().text() + " | "
                        + hits.getFirst().match().names().second());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| screened synthetic persons with an alert at %.3f, of %d, against %d records | <= 1 %% | %s |%n",
                Thresholds.shipped().alert(),
                queries.size(),
                all.size(),
                Folds.interval(alerts, queries.size()));
        for (int i = 0; i <= 20; i += 2) {
            System.out.printf(
                    Locale.ROOT, "    at %.2f: %.3f %%%n", 0.8 + i * 0.01, 100.0 * byScore[i] / queries.size());
        }
        if (errors) {
            shown.forEach(line -> System.out.println("    alert " + line));
        }
        int chosen = 20;
        while (chosen > 0 && byScore[chosen - 1] <= queries.size() * 0.0095) {
            chosen--;
        }
        written.put(
                "alert",
                String.format(
                        Locale.ROOT,
                        "%.3f  false alerts %s of %d synthetic persons against %d records",
                        0.8 + chosen * 0.01,
                        Folds.interval(byScore[chosen], queries.size()),
                        queries.size(),
                        all.size()));
    }

    private void candidates(List<PreparedSubject> all, CandidateIndex index) throws IOException {
        var plain = IdentityLists.csv(shared.resolve("screening/positives_un_untreated.csv"), StandardCharsets.UTF_8);
        var treated = IdentityLists.csv(shared.resolve("screening/positives_un_treated.csv"), StandardCharsets.UTF_8);
        var search = new CandidateIndex.Search(index, Screener.CANDIDATES);
        var random = new Random(1);
        int[] found = new int[5];
        int[] asked = new int[5];
        for (int i = 1; i < plain.size(); i++) {
            Set<Integer> truth = target(all, index, search, plain.get(i).getFirst());
            if (truth.isEmpty()) {
                continue;
            }
            String name = plain.get(i).getFirst();
            String[] queries = {
                name,
                treated.get(i).getFirst(),
                Slips.firstLetter(name, random),
                Slips.firstLetter(treated.get(i).getFirst(), random),
                Slips.any(name, random)
            };
            for (int q = 0; q < queries.length; q++) {
                index.search(
                        PreparedSubject.of(Subject.named(Kind.PERSON, queries[q]))
                                .names(),
                        search);
                boolean hit = false;
                for (int c = 0; c < search.found && !hit; c++) {
                    hit = truth.contains(search.candidate[c]);
                }
                found[q] += hit ? 1 : 0;
                asked[q]++;
                if (!hit && errors) {
                    System.out.println("    not among candidates: " + queries[q] + " for " + name);
                }
            }
        }
        String[] what = {
            "plain", "treated", "plain, first letter wrong", "treated, first letter wrong", "plain, a slip anywhere"
        };
        for (int q = 0; q < what.length; q++) {
            System.out.printf(
                    "| candidates, recall in %d of %d, UN names %s | >= 0.99 | %s |%n",
                    Screener.CANDIDATES, all.size(), what[q], Folds.interval(found[q], asked[q]));
        }
    }

    /** The UN records that carry this very name. */
    private Set<Integer> target(
            List<PreparedSubject> all, CandidateIndex index, CandidateIndex.Search search, String name) {
        PreparedSubject query = PreparedSubject.of(Subject.named(Kind.PERSON, name));
        index.search(query.names(), search);
        var found = new HashSet<Integer>();
        for (int c = 0; c < search.found; c++) {
            PreparedSubject candidate = all.get(search.candidate[c]);
            if (candidate.subject().id().startsWith("unsc-")
                    && candidate.form() == query.form()
                    && matcher.name(query, candidate) > 0.995) {
                found.add(search.candidate[c]);
            }
        }
        return found;
    }

    private void write(Path file) throws IOException {
        var out = new StringBuilder(
                "# Written by parley.bench.IdentityQuality on %s; chosen inside folds where labels exist.%n"
                        .formatted(LocalDate.now(java.time.ZoneOffset.UTC)));
        out.append("# data: ").append(hash()).append('\n');
        for (String key : List.of("show", "same", "alert")) {
            String value = written.getOrDefault(key, "");
            if (value.isEmpty()) {
                throw new IllegalStateException("Not measured: " + key + "; run without --skip-screening.");
            }
            out.append("# ").append(key).append(": ").append(value.substring(7)).append('\n');
            out.append(key).append('=').append(value, 0, 5).append('\n');
        }
        out.append("# high: the name score of Belarusian variants at 0.01 % false pairs, rounded up\nhigh=0.900\n");
        Files.writeString(file, out.toString());
    }

    private String hash() throws IOException {
        try {
            var digest = java.security.MessageDigest.getInstance("SHA-256");
            for (String name :
                    List.of("name_bench_cases.csv", "entity_bench_checks.yml", "negatives_global_50000.csv.gz")) {
                digest.update(Files.readAllBytes(shared.resolve("screening").resolve(name)));
            }
            return "SHA-256 " + java.util.HexFormat.of().formatHex(digest.digest());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
