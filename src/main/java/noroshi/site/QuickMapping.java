package noroshi.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
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

    private final Map<RequestMappingInfo, Set<String>> beginnings = new ConcurrentHashMap<>();

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        var begins = beginnings.computeIfAbsent(info, QuickMapping::beginnings);
        var wanted =
                beginning(ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication());
        return begins.contains(wanted) || begins.contains(ANY) ? super.getMatchingMapping(info, request) : null;
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
