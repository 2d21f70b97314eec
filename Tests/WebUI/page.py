"""The page in a real browser: Debian's Chromium, driven through chromedriver."""

import os
import re
import time
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

CONTRAST = (Path(__file__).parent / "contrast.js").read_text()


class Page:
    """What a user does and sees. Waiting ends as soon as what is waited for is there."""

    def __init__(self, url, screenshots):
        self.url = url.rstrip("/")
        self.screenshots = screenshots
        self.console_errors = []
        self.driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options())
        self.driver.set_window_size(1440, 900)

    def close(self):
        self.driver.quit()

    # Going

    def open(self):
        self.driver.get(self.url + "/")

    def log_in(self, user, password):
        self.type("#login-user", user)
        self.type("#login-password", password)
        self.click("form.login-card button[type=submit]")

    def click(self, selector):
        self.wait(lambda: self.find(selector), f"{selector} to click on")
        self.driver.execute_script("arguments[0].click()", self.find(selector))

    def type(self, selector, text):
        self.wait(lambda: self.find(selector), f"{selector} to type in")
        field = self.find(selector)
        field.clear()
        field.send_keys(text)

    def choose(self, selector, value):
        Select(self.find(selector)).select_by_value(value)

    def press(self, key):
        self.driver.switch_to.active_element.send_keys(key)

    def scroll(self, selector, top):
        """Scrolls, and returns when the page has drawn itself after it."""
        self.driver.execute_async_script("""const [selector, top, done] = arguments;
            document.querySelector(selector).scrollTo(0, top);
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));""", selector, top)

    def resize(self, width, height):
        """Sets the size of the screen; window sizes have a lower limit that phones are below."""
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def set_offline(self, offline):
        self.driver.execute_cdp_cmd("Network.enable", {})
        self.driver.execute_cdp_cmd("Network.emulateNetworkConditions", {
            "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})

    # Seeing

    def find(self, selector):
        found = self.driver.find_elements(By.CSS_SELECTOR, selector)
        return found[0] if found else None

    def text(self, selector):
        return self.run("return document.querySelector(arguments[0])?.innerText ?? ''", selector)

    def texts(self, selector):
        return self.run("return [...document.querySelectorAll(arguments[0])].map((at) => at.innerText)", selector)

    def call_ids(self):
        return self.run("return [...document.querySelectorAll('tr.call')].map((row) => row.dataset.call)")

    def directions(self):
        """The direction of each row as the API names it, in any language of the page; None where it is not known."""
        return self.run("""return [...document.querySelectorAll('td.cell-direction')].map((cell) =>
            cell.querySelector('.direction')?.className.match(/direction-(\\w+)/)?.[1] ?? null)""")

    def colour(self, selector):
        return self.run("return getComputedStyle(document.querySelector(arguments[0])).backgroundColor", selector)

    def overflow(self):
        """By how many pixels the page is wider than the screen."""
        return self.run("return document.documentElement.scrollWidth - window.innerWidth")

    def low_contrasts(self):
        self.settle()
        return self.run(CONTRAST)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def settle(self):
        """Brings all that moves or fades to its end."""
        self.run("""for (const animation of document.getAnimations()) {
            if (animation.effect.getComputedTiming().iterations !== Infinity) animation.finish();
        }""")

    def wait(self, condition, what, seconds=15):
        """Returns the first true value of the condition; raises AssertionError after some seconds."""
        deadline = time.monotonic() + seconds
        while True:
            value = condition()
            if value:
                return value
            if time.monotonic() > deadline:
                raise AssertionError(f"waited {seconds} s in vain for {what}")
            time.sleep(0.05)

    def collect_console_errors(self, expected=None):
        """Keeps what the console has reported since the last time; `expected` is a pattern of what was provoked."""
        for entry in self.driver.get_log("browser"):
            provoked = expected is not None and re.search(expected, entry["message"])
            if entry["level"] == "SEVERE" and not provoked:
                self.console_errors.append(entry["message"])

    def screenshot(self, name):
        if self.screenshots is None:
            return
        self.settle()
        self.screenshots.mkdir(parents=True, exist_ok=True)
        self.driver.save_screenshot(str(self.screenshots / f"{name}.png"))


def options():
    chosen = webdriver.ChromeOptions()
    chosen.binary_location = "/usr/bin/chromium"
    chosen.add_argument("--headless=new")
    chosen.add_argument("--lang=en-GB")
    chosen.add_argument("--hide-scrollbars")
    chosen.add_argument("--disable-dev-shm-usage")
    if os.geteuid() == 0:
        # Chromium refuses to run as root with its sandbox, and containers often have no other user.
        chosen.add_argument("--no-sandbox")
    # A server that runs for a test signs its own certificate.
    chosen.set_capability("acceptInsecureCerts", True)
    chosen.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return chosen
