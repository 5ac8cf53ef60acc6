package org.entente.api.page.problem;

import jakarta.servlet.http.HttpServletRequest;
import org.entente.api.page.frame.FrameAdvice;
import org.entente.api.problem.ProblemPage;
import org.entente.api.problem.ProblemView;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/** The page of a problem, with the same frame as any other. */
@Component
final class ProblemTemplate implements ProblemPage {
    private final FrameAdvice frames;
    private final LocaleResolver languages;

    ProblemTemplate(FrameAdvice frames, LocaleResolver languages) {
        this.frames = frames;
        this.languages = languages;
    }

    @Override
    public ModelAndView of(ProblemView problem, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("problem");
        page.addObject("problem", problem);
        page.addObject("words", frames.words(languages.resolveLocale(request)));
        page.addObject("frame", frames.frame(request, languages.resolveLocale(request)));
        page.setStatus(HttpStatusCode.valueOf(problem.status()));
        return page;
    }
}
