/* Stands between the program and the system: records what is done to the files under one folder, and lets calls fail.
 *
 * WATCH_FOLDER  absolute folder; nothing outside is touched
 * WATCH_LOG     file that gets the records (none: nothing is recorded); see power.py for their form
 * WATCH_SWITCH  while this file exists, calls fail as it says: "KINDS ERRNO", kinds a sum of the numbers below
 * watch_arm(kinds, n, times, errno): from the n-th such call on, so many calls fail (times < 0: all). Counts from 1.
 * watch_count(kind): how many calls of a kind there were since arming.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OPEN = 1, WRITE = 2, SYNC = 4, RENAME = 8, UNLINK = 16 };

#define REAL(name, result, ...) \
    static result (*real)(__VA_ARGS__) = NULL; \
    if (!real) real = (result (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

#define MOST 4096
static char watched[MOST];
static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;
static const char *folder, *switch_file;
static size_t folder_length;
static int log_handle = -1;
static int fail_kinds, fail_errno;
static long fail_from, fail_times, counted[5], matched;

static int real_open(const char *path, int flags, int mode) {
    REAL("open64", int, const char *, int, ...);
    return real(path, flags, mode);
}

__attribute__((constructor)) static void begin(void) {
    folder = getenv("WATCH_FOLDER");
    folder_length = folder ? strlen(folder) : 0;
    switch_file = getenv("WATCH_SWITCH");
    const char *path = getenv("WATCH_LOG");
    if (folder && path) log_handle = real_open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int under(const char *path) {
    return folder && path && !strncmp(path, folder, folder_length) && path[folder_length] == '/';
}

static int is_folder(const char *path) { return folder && path && !strcmp(path, folder); }

static int is_watched(int handle) { return handle >= 0 && handle < MOST && watched[handle]; }

void watch_arm(int kinds, long n, long times, int number) {
    pthread_mutex_lock(&order);
    fail_kinds = kinds, fail_from = n, fail_times = times, fail_errno = number, matched = 0;
    memset(counted, 0, sizeof counted);
    pthread_mutex_unlock(&order);
}

long watch_count(int kind) { return counted[__builtin_ctz(kind)]; }

static int switched(int kind) {
    char text[32] = "";
    int kinds = 0, number = 0, handle;
    if (!switch_file || access(switch_file, F_OK)) return 0;
    handle = real_open(switch_file, O_RDONLY | O_CLOEXEC, 0);
    if (handle < 0) return 0;
    if (read(handle, text, sizeof text - 1) > 0) sscanf(text, "%d %d", &kinds, &number);
    close(handle);
    return kinds & kind ? number : 0;
}

static int fails(int kind) {
    int number = switched(kind);
    pthread_mutex_lock(&order);
    counted[__builtin_ctz(kind)]++;
    if (kind & fail_kinds) {
        matched++;
        if (matched >= fail_from && (fail_times < 0 || matched < fail_from + fail_times)) number = fail_errno;
    }
    pthread_mutex_unlock(&order);
    if (number) errno = number;
    return number;
}

static void note(char what, uint64_t file, int64_t a, const void *data, size_t length) {
    struct __attribute__((packed)) { char what; uint64_t file; int64_t a; uint32_t length; } head = {what, file, a, length};
    struct iovec parts[2] = {{&head, sizeof head}, {(void *)data, length}};
    int before = errno;
    if (log_handle >= 0 && writev(log_handle, parts, 2) != (ssize_t)(sizeof head + length)) abort();
    errno = before;
}

static uint64_t identity(int handle) {
    struct stat found;
    return fstat(handle, &found) ? 0 : found.st_ino;
}

/* Opening */

static int opened(const char *path, int flags, int mode) {
    struct stat found;
    int handle, was;
    if (!under(path) && !is_folder(path)) return real_open(path, flags, mode);
    if (fails(OPEN)) return -1;
    pthread_mutex_lock(&order);
    was = !stat(path, &found);
    handle = real_open(path, flags, mode);
    if (handle >= 0 && handle < MOST) {
        watched[handle] = 1;
        note('O', identity(handle), (was ? 0 : 1) | (was && (flags & O_TRUNC) ? 2 : 0), path, strlen(path));
    }
    pthread_mutex_unlock(&order);
    return handle;
}

#define MODE(flags, mode) int mode = 0; if ((flags) & (O_CREAT | O_TMPFILE)) { \
    va_list rest; va_start(rest, flags); mode = va_arg(rest, int); va_end(rest); }

int open(const char *path, int flags, ...) { MODE(flags, mode) return opened(path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags, mode) return opened(path, flags, mode); }
int openat(int at, const char *path, int flags, ...) {
    MODE(flags, mode)
    REAL("openat", int, int, const char *, int, ...);
    return at == AT_FDCWD || *path == '/' ? opened(path, flags, mode) : real(at, path, flags, mode);
}

int close(int handle) {
    REAL("close", int, int);
    if (handle >= 0 && handle < MOST) watched[handle] = 0;
    return real(handle);
}

/* Writing */

ssize_t write(int handle, const void *data, size_t length) {
    REAL("write", ssize_t, int, const void *, size_t);
    if (!is_watched(handle)) return real(handle, data, length);
    if (fails(WRITE)) return -1;
    pthread_mutex_lock(&order);
    ssize_t done = real(handle, data, length);
    if (done > 0) note('W', identity(handle), lseek(handle, 0, SEEK_CUR) - done, data, done);
    pthread_mutex_unlock(&order);
    return done;
}

static ssize_t written(int handle, const void *data, size_t length, off_t at) {
    REAL("pwrite64", ssize_t, int, const void *, size_t, off_t);
    if (!is_watched(handle)) return real(handle, data, length, at);
    if (fails(WRITE)) return -1;
    pthread_mutex_lock(&order);
    ssize_t done = real(handle, data, length, at);
    if (done > 0) note('W', identity(handle), at, data, done);
    pthread_mutex_unlock(&order);
    return done;
}

ssize_t pwrite(int handle, const void *data, size_t length, off_t at) { return written(handle, data, length, at); }
ssize_t pwrite64(int handle, const void *data, size_t length, off64_t at) { return written(handle, data, length, at); }

static int cut(int handle, off_t size) {
    REAL("ftruncate64", int, int, off_t);
    if (!is_watched(handle)) return real(handle, size);
    if (fails(WRITE)) return -1;
    pthread_mutex_lock(&order);
    int done = real(handle, size);
    if (!done) note('T', identity(handle), size, NULL, 0);
    pthread_mutex_unlock(&order);
    return done;
}

int ftruncate(int handle, off_t size) { return cut(handle, size); }
int ftruncate64(int handle, off64_t size) { return cut(handle, size); }

/* Copies inside the system would not be seen: the program falls back to writing. */
ssize_t sendfile(int to, int from, off_t *at, size_t length) { (void)to, (void)from, (void)at, (void)length; errno = EINVAL; return -1; }
ssize_t sendfile64(int to, int from, off64_t *at, size_t length) { (void)to, (void)from, (void)at, (void)length; errno = EINVAL; return -1; }
ssize_t copy_file_range(int from, off64_t *a, int to, off64_t *b, size_t length, unsigned flags) {
    (void)from, (void)a, (void)to, (void)b, (void)length, (void)flags;
    errno = EXDEV;
    return -1;
}

/* Syncing: what was written before the call began is on the disk when it ends. */

static int synced(int handle, int (*real)(int)) {
    if (!is_watched(handle)) return real(handle);
    if (fails(SYNC)) return -1;
    uint64_t file = identity(handle);
    pthread_mutex_lock(&order);
    note('S', file, 0, NULL, 0);
    pthread_mutex_unlock(&order);
    int done = real(handle);
    pthread_mutex_lock(&order);
    if (!done) note('E', file, 0, NULL, 0);
    pthread_mutex_unlock(&order);
    return done;
}

int fsync(int handle) { REAL("fsync", int, int); return synced(handle, real); }
int fdatasync(int handle) { REAL("fdatasync", int, int); return synced(handle, real); }

/* Names */

int rename(const char *from, const char *to) {
    REAL("rename", int, const char *, const char *);
    if (!under(from) && !under(to)) return real(from, to);
    if (fails(RENAME)) return -1;
    char both[2 * MOST];
    size_t length = snprintf(both, sizeof both, "%s%c%s", from, 0, to);
    pthread_mutex_lock(&order);
    int done = real(from, to);
    if (!done) note('R', 0, 0, both, length);
    pthread_mutex_unlock(&order);
    return done;
}

int unlink(const char *path) {
    REAL("unlink", int, const char *);
    if (!under(path)) return real(path);
    if (fails(UNLINK)) return -1;
    pthread_mutex_lock(&order);
    int done = real(path);
    if (!done) note('U', 0, 0, path, strlen(path));
    pthread_mutex_unlock(&order);
    return done;
}

int mkdir(const char *path, mode_t mode) {
    REAL("mkdir", int, const char *, mode_t);
    if (!under(path)) return real(path, mode);
    pthread_mutex_lock(&order);
    int done = real(path, mode);
    struct stat found;
    if (!done && !stat(path, &found)) note('D', found.st_ino, 0, path, strlen(path));
    pthread_mutex_unlock(&order);
    return done;
}
