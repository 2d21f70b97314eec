"""An installation with collector, server and simulated PBXs in a temporary folder, on free loopback ports."""

import json
import pathlib
import re
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(condition, what, seconds=60):
    """Waits until a condition holds; says what was waited for if it does not."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"after {seconds} s still not: {what}")


class Answer:
    """What the server answered."""

    def __init__(self, status, headers, body):
        self.status, self.headers, self.text = status, headers, body
        self.json = json.loads(body) if headers.get_content_type().endswith("json") else None


class Scene:
    """Starts everything; use it in a `with` statement."""

    def __init__(self, build, project, page):
        self.build, self.project, self.page = build, project, page
        self.folder = tempfile.TemporaryDirectory(prefix="ecas-test-")
        self.path = pathlib.Path(self.folder.name)
        self.home = self.path / "home"
        self.log = open(self.path / "log", "ab")
        self.processes = []
        self.token = None

    def __enter__(self):
        text = self.ecas("init", "--tariff", self.project / "Fixtures/tariffs/german-company/tariff.json")
        self.password = re.search(r"^Password: (\S+)$", text, re.M).group(1)
        self.push, self.pull, self.files = free_port(), free_port(), self.path / "cucm"
        self.files.mkdir()
        self.ecas("pbx", "add", "Berlin", "--driver", "avaya-ip-office", "--listen", f"127.0.0.1:{self.push}")
        self.ecas("pbx", "add", "Hamburg", "--driver", "mitel-mivoice-business", "--connect", f"127.0.0.1:{self.pull}")
        self.ecas("pbx", "add", "Cologne", "--driver", "cisco-cucm", "--folder", self.files)
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        self.collector = self.start("ecas-collector", "--home", self.home)
        self.server = self.start("ecas-server", "--home", self.home, "--listen", f"127.0.0.1:{port}", "--web", self.page)
        wait_for(self.answers, "the server answers")
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            if process.poll() is None:
                process.terminate()
        for process in self.processes:
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.log.close()
        self.folder.cleanup()

    def ecas(self, *arguments, check=True):
        done = subprocess.run([self.build / "ecas", *map(str, arguments), "--home", self.home], capture_output=True,
                              text=True, check=False)
        if check and done.returncode != 0:
            raise AssertionError(f"ecas {' '.join(map(str, arguments))} ended with {done.returncode}: {done.stderr}")
        return done.stdout if check else done

    def start(self, program, *arguments):
        process = subprocess.Popen([self.build / program, *map(str, arguments)], stdout=self.log, stderr=self.log)
        self.processes.append(process)
        return process

    def simulate_command(self, driver, count, first):
        """The command line that sends records of a driver's office day."""
        where = {"avaya-ip-office": ["--connect", f"127.0.0.1:{self.push}"],
                 "mitel-mivoice-business": ["--listen", f"127.0.0.1:{self.pull}"],
                 "cisco-cucm": ["--folder", self.files, "--per-file", 25]}[driver]
        return [str(part) for part in (
            self.build / "ecas", "simulate", "--driver", driver, "--fixtures", self.project / "Fixtures/drivers",
            "--case", "demo-office-day", "--count", count, "--first", first, *where)]

    def simulate(self, driver, count, first=1):
        subprocess.run(self.simulate_command(driver, count, first), check=True, stdout=self.log, stderr=self.log)

    def log_text(self):
        self.log.flush()
        return (self.path / "log").read_text()

    # The API

    def answers(self):
        try:
            return self.request("GET", "/").status == 200
        except OSError:
            return False

    def request(self, method, path, body=None, token=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data=data, method=method)
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return Answer(response.status, response.headers, response.read().decode())
        except urllib.error.HTTPError as error:
            return Answer(error.code, error.headers, error.read().decode())

    def log_in(self):
        answer = self.request("POST", "/api/v1/session", {"user": "admin", "password": self.password})
        assert answer.status == 200, answer.text
        self.token = answer.json["access_token"]
        return answer

    def get(self, path):
        return self.request("GET", "/api/v1/" + path, token=self.token)

    def all_calls(self, filters="", limit=100):
        """Every call that passes the filters, page by page."""
        calls, cursor = [], None
        while True:
            page = self.get(f"calls?limit={limit}{filters}" + (f"&cursor={cursor}" if cursor else ""))
            assert page.status == 200, page.text
            calls += page.json["calls"]
            cursor = page.json.get("next")
            if not cursor:
                return calls
