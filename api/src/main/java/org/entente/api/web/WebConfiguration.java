package org.entente.api.web;

import java.util.List;
import org.entente.api.body.JsonBodyResolver;
import org.entente.api.idempotency.WriteResolver;
import org.entente.api.paging.PageRequestResolver;
import org.entente.api.security.CallerResolver;
import org.entente.api.security.RoleCheck;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells Spring what handlers may take as arguments, what no request may hold, and that every handler has a door. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    private final RoleCheck roles;
    private final List<HandlerMethodArgumentResolver> arguments;

    WebConfiguration(
            RoleCheck roles,
            CallerResolver callers,
            JsonBodyResolver bodies,
            WriteResolver writes,
            PageRequestResolver pages) {
        this.roles = roles;
        this.arguments = List.of(callers, bodies, writes, pages);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new StorableText());
        registry.addInterceptor(roles);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.addAll(arguments);
    }
}
