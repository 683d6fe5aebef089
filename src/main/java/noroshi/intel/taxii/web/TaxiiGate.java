package noroshi.intel.taxii.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import noroshi.shared.Acting;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What holds for every request of TAXII: it is answered in a form the client understands, and not too often. */
@Component
class TaxiiGate implements HandlerInterceptor, WebMvcConfigurer {
    private final Pace pace;

    TaxiiGate(Pace pace) {
        this.pace = pace;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/taxii2", "/taxii2/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!MediaRange.accept(request.getHeader("Accept"))) {
            throw new TaxiiFault(406, "intel.taxii.accept");
        }
        if (Acting.current().filter(actor -> !pace.allows(actor.person())).isPresent()) {
            throw new TaxiiFault(429, "intel.taxii.too-often");
        }
        return true;
    }
}
