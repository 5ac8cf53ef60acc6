package org.entente.api.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.entente.api.security.Open;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which people sign in. */
@Controller
@Open
@Hidden
class SignInController {
    @GetMapping("/login")
    String form() {
        return "login";
    }
}
