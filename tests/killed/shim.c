/* Stands between a program and the system: at the how many-th call that changes a file system
 * (LIANXI_SHIM_AT) it ends the program, or lets the call fail with LIANXI_SHIM_ERROR. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static int calls = 0;

/* Whether the call is to be made. */
static int may_go_on(void) {
  const char *at = getenv("LIANXI_SHIM_AT"), *error = getenv("LIANXI_SHIM_ERROR");
  if (!at || ++calls != atoi(at)) return 1;
  if (!error) kill(getpid(), SIGKILL);
  errno = atoi(error);
  return 0;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void *bytes, size_t size) {
  if (file > 2 && !may_go_on()) return -1;
  return NEXT(write)(file, bytes, size);
}
int fsync(int file) { return may_go_on() ? NEXT(fsync)(file) : -1; }
int rename(const char *from, const char *to) { return may_go_on() ? NEXT(rename)(from, to) : -1; }
int renameat2(int a, const char *from, int b, const char *to, unsigned flags) {
  return may_go_on() ? NEXT(renameat2)(a, from, b, to, flags) : -1;
}
int mkdir(const char *path, mode_t mode) { return may_go_on() ? NEXT(mkdir)(path, mode) : -1; }
int unlink(const char *path) { return may_go_on() ? NEXT(unlink)(path) : -1; }
int chmod(const char *path, mode_t mode) { return may_go_on() ? NEXT(chmod)(path, mode) : -1; }
