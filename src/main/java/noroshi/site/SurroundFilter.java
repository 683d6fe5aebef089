package noroshi.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the request in reach of {@link Ui}, outside of everything that may refuse it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class SurroundFilter extends OncePerRequestFilter {
    private final SiteTools tools;

    SurroundFilter(SiteTools tools) {
        this.tools = tools;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var before = Ui.bind(new Surroundings(tools, request));
        try {
            chain.doFilter(request, response);
        } finally {
            Ui.release(before);
        }
    }
}
