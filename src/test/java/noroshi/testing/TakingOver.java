package noroshi.testing;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.io.IOException;

/** A request without a network can be taken over from HTTP too; nothing is said on it any more. */
class TakingOver implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(
                new HttpServletRequestWrapper((HttpServletRequest) request) {
                    @Override
                    public <T extends HttpUpgradeHandler> T upgrade(Class<T> handler) throws ServletException {
                        try {
                            return handler.getConstructor().newInstance();
                        } catch (ReflectiveOperationException e) {
                            throw new ServletException(e);
                        }
                    }
                },
                response);
    }
}
