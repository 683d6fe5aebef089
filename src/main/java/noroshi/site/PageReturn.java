package noroshi.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Answers with the {@link Page} or {@link Redirect} that a controller returned. */
@Component
class PageReturn implements HandlerMethodReturnValueHandler {
    private final Renderer renderer;

    PageReturn(Renderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return type.getParameterType() == Page.class || type.getParameterType() == Redirect.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        switch (value) {
            case Page page -> {
                Optional.ofNullable(web.getNativeRequest(MultipartHttpServletRequest.class))
                        .ifPresent(sent -> Ui.here().brought(sent.getMultiFileMap()));
                show(page, request, response);
            }
            case Redirect redirect -> leave(redirect, request, response);
            case null, default -> throw new IllegalStateException("a controller returned nothing");
        }
    }

    private void show(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Ui.notice().present()) {
            response.addHeader("Set-Cookie", said("", 0, request));
        }
        var made = renderer.make(page);
        var late = LateAnswer.of(request);
        if (late.isPresent()) {
            late.get().keep(made);
        } else {
            made.send(response);
        }
    }

    private static void leave(Redirect redirect, HttpServletRequest request, HttpServletResponse response) {
        if (!redirect.said().isEmpty()) {
            response.addHeader("Set-Cookie", said(Notice.write(redirect.said(), redirect.words()), 60, request));
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + redirect.to());
    }

    private static String said(String value, int seconds, HttpServletRequest request) {
        return ResponseCookie.from(Notice.COOKIE, value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .build()
                .toString();
    }
}
