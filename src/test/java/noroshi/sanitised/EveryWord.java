package noroshi.sanitised;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A record with a word in every place where one can stand, whatever places it has. */
final class EveryWord {
    private EveryWord() {}

    static <R extends Record> R of(Class<R> type, UnaryOperator<String> word) {
        return type.cast(value(type, type.getSimpleName(), word));
    }

    private static Object value(Type type, String place, UnaryOperator<String> word) {
        if (type == String.class) {
            return word.apply(place);
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return List.of(value(list.getActualTypeArguments()[0], place, word));
        }
        if (type instanceof Class<?> known && known.isEnum()) {
            return known.getEnumConstants()[0];
        }
        if (type instanceof Class<?> known && known.isRecord()) {
            var parts = known.getRecordComponents();
            var values = Arrays.stream(parts)
                    .map(part -> value(part.getGenericType(), place + "." + part.getName(), word))
                    .toArray();
            try {
                var types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
                return known.getDeclaredConstructor(types).newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException(place + " can hold something new: " + type);
    }

    static List<String> in(Object value) {
        return words(value).toList();
    }

    private static Stream<String> words(Object value) {
        return switch (value) {
            case String word -> Stream.of(word);
            case List<?> list -> list.stream().flatMap(EveryWord::words);
            case Record parts ->
                Arrays.stream(parts.getClass().getRecordComponents()).flatMap(part -> words(read(part, parts)));
            default -> Stream.empty();
        };
    }

    private static Object read(RecordComponent part, Record from) {
        try {
            return part.getAccessor().invoke(from);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
