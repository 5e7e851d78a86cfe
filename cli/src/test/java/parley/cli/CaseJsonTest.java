package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parley.roadmap.Case;
import parley.text.Span;

/** Cases are made from the shapes of the records themselves, so that a new record is tested the day it appears. */
class CaseJsonTest {
    private static final int DEEPEST = 12;

    @Test
    void a_case_read_back_is_equal() {
        for (int seed = 0; seed < 40; seed++) {
            Case theCase = new Maker(seed).make();
            assertThat(CaseJson.read(CaseJson.write(theCase)))
                    .as("seed %d", seed)
                    .isEqualTo(new CaseJson.Reading.Read(theCase));
        }
    }

    @Test
    void a_choice_carries_the_name_of_its_record() {
        String all = IntStream.range(0, 20)
                .mapToObj(seed -> CaseJson.write(new Maker(seed).make()))
                .reduce("", String::concat);

        assertThat(all).contains("\"type\" : \"until-revoked\"", "\"type\" : \"measure\"", "\"type\" : \"never-ease\"");
    }

    @Test
    void another_schema_is_refused_with_the_reason() {
        assertThat(CaseJson.read("{\"schema\":\"parley-case/9\"}"))
                .isEqualTo(new CaseJson.Reading.Refused(
                        "The schema is `parley-case/9`; this Parley reads `parley-case/1`."));
    }

    @Test
    void what_is_no_case_is_refused_and_throws_nothing() {
        Stream.of("", "null", "[]", "{", "{\"schema\":\"parley-case/1\",\"case\":{\"id\":1}}")
                .forEach(text -> assertThat(CaseJson.read(text)).as(text).isInstanceOf(CaseJson.Reading.Refused.class));
    }

    /** Makes a random case: each choice, list and absence is drawn. */
    private static final class Maker {
        private final Random random;

        Maker(long seed) {
            this.random = new Random(seed);
        }

        Case make() {
            return (Case) value(Case.class, 0);
        }

        private Object value(Type type, int depth) {
            if (type instanceof ParameterizedType list) {
                List<Object> items = new ArrayList<>();
                int size = depth > DEEPEST ? 0 : random.nextInt(depth < 2 ? 12 : 3);
                for (int i = 0; i < size; i++) {
                    items.add(value(list.getActualTypeArguments()[0], depth + 1));
                }
                return items;
            }
            Class<?> kind = (Class<?>) type;
            if (kind == int.class || kind == Integer.class) {
                return random.nextInt(100);
            } else if (kind == double.class || kind == Double.class) {
                return random.nextDouble();
            } else if (kind == boolean.class || kind == Boolean.class) {
                return random.nextBoolean();
            } else if (kind == String.class) {
                return "é\"\\\u202E" + random.nextInt(1000);
            } else if (kind == LocalDate.class) {
                return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1000));
            } else if (kind == Span.class) {
                int start = random.nextInt(1000);
                return new Span("a.parley", start, start + random.nextInt(9));
            } else if (kind.isEnum()) {
                return pick(kind.getEnumConstants());
            } else if (kind.isSealed()) {
                Class<?>[] permitted = kind.getPermittedSubclasses();
                Class<?>[] flat = Stream.of(permitted)
                        .filter(p -> depth < DEEPEST || !holds(p, kind))
                        .toArray(Class<?>[]::new);
                return value(pick(flat), depth + 1);
            }
            return record(kind, depth);
        }

        private static boolean holds(Class<?> record, Class<?> kind) {
            return record.isRecord() && Stream.of(record.getRecordComponents()).anyMatch(c -> c.getType() == kind);
        }

        private <T> T pick(T[] items) {
            return items[random.nextInt(items.length)];
        }

        private Object record(Class<?> kind, int depth) {
            RecordComponent[] parts = kind.getRecordComponents();
            Class<?>[] types = Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            @Nullable Object[] values = new @Nullable Object[parts.length];
            for (int i = 0; i < parts.length; i++) {
                boolean absent = parts[i].getAnnotatedType().isAnnotationPresent(Nullable.class)
                        && (depth > DEEPEST || random.nextInt(3) == 0);
                values[i] = absent ? null : value(parts[i].getGenericType(), depth + 1);
            }
            try {
                var constructor = kind.getDeclaredConstructor(types);
                return constructor.newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("A %s cannot be made.".formatted(kind), e);
            }
        }
    }
}
