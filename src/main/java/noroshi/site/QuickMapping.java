package noroshi.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Tries only the mappings that begin as the path does.
 *
 * <p>A path with an id in it is otherwise compared with every mapping of the platform, hundreds of them, for every page.
 */
class QuickMapping extends RequestMappingHandlerMapping {
    /** How a mapping begins that may be meant by any path. */
    private static final String ANY = "*";

    /** By the mapping itself: to compare two of them takes longer than to try one. */
    private Map<RequestMappingInfo, Set<String>> beginnings = Map.of();

    /** How the path begins that a mapping is looked for. */
    private final ThreadLocal<String> wanted = ThreadLocal.withInitial(() -> ANY);

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> methods) {
        super.handlerMethodsInitialized(methods);
        var all = new IdentityHashMap<RequestMappingInfo, Set<String>>();
        methods.keySet().forEach(info -> all.put(info, beginnings(info)));
        beginnings = all;
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        wanted.set(
                beginning(ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication()));
        try {
            return super.lookupHandlerMethod(path, request);
        } finally {
            wanted.remove();
        }
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        var begins = beginnings.get(info);
        var first = wanted.get();
        return begins == null || first.equals(ANY) || begins.contains(first) || begins.contains(ANY)
                ? super.getMatchingMapping(info, request)
                : null;
    }

    private static Set<String> beginnings(RequestMappingInfo info) {
        return info.getPatternValues().stream()
                .map(pattern -> beginning(PathContainer.parsePath(pattern)))
                .map(first -> first.contains("{") || first.contains("*") || first.contains("?") ? ANY : first)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String beginning(PathContainer path) {
        return path.elements().size() > 1 && path.elements().get(1) instanceof PathContainer.PathSegment first
                ? first.valueToMatch()
                : "";
    }
}
