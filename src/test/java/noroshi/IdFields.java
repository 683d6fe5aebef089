package noroshi;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.shared.Actor;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** The fields of a request that name a thing by its id: parameters, path variables, and what a form is made of. */
final class IdFields {
    private IdFields() {}

    static Stream<String> of(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters()).flatMap(IdFields::of);
    }

    private static Stream<String> of(MethodParameter parameter) {
        var type = parameter.getGenericParameterType();
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            return Stream.empty(); // stands in the address, which is compared as a whole
        }
        if (parameter.hasParameterAnnotation(RequestParam.class)) {
            return holdsId(type) ? Stream.of(name(parameter)) : Stream.empty();
        }
        var form = parameter.getParameterType();
        var ours = form.getPackageName().startsWith("noroshi") && !form.equals(Actor.class) && !form.isEnum();
        return ours && !parameter.hasParameterAnnotation(RequestBody.class)
                ? Arrays.stream(form.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .filter(field -> holdsId(field.getGenericType()))
                        .map(Field::getName)
                : Stream.empty();
    }

    private static String name(MethodParameter parameter) {
        return Optional.ofNullable(parameter.getParameterAnnotation(RequestParam.class))
                .map(RequestParam::value)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> parameter.getParameter().getName());
    }

    /** An id, or several, or perhaps one. */
    private static boolean holdsId(Type type) {
        return type.equals(UUID.class)
                || type.equals(UUID[].class)
                || type instanceof ParameterizedType generic
                        && Arrays.stream(generic.getActualTypeArguments()).anyMatch(IdFields::holdsId);
    }
}
