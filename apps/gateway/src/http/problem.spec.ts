import { describe, expect, it } from '@jest/globals';
import { NotFoundException } from '@nestjs/common';
import {
  Conflict,
  DeadlineExceeded,
  InternalError,
  InvalidRequest,
  MemberNotFound,
  PatternNotFound,
  Problem,
  RunNotFound,
  ServiceUnavailable,
  TooManyRequests,
} from '@warren/contracts';
import { MemberFileInvalid } from '@warren/member-files';
import { BodyUnreadable } from './bodies/bodies.ts';
import { problemOf } from './problem.ts';

describe('problemOf', () => {
  it.each([
    [new BodyUnreadable('x'), 400],
    [new MemberFileInvalid('x', { cause: new SyntaxError('y') }), 400],
    [new MemberFileInvalid('x'), 422],
    [PatternNotFound.of(1), 404],
    [RunNotFound.of(1), 404],
    [MemberNotFound.of(1), 404],
    [new NotFoundException('Cannot GET /x'), 404],
    [new Conflict('x'), 409],
    [new InvalidRequest('x'), 422],
    [new InternalError('x'), 500],
    [new TooManyRequests('x'), 429],
    [new ServiceUnavailable('x'), 503],
    [new DeadlineExceeded('x'), 504],
    [new TypeError('x is not a function'), 500],
    ['thrown text', 500],
  ])('gives %o the status %d', (error, status) => {
    const problem = Problem.parse(problemOf(error, '/x'));
    expect(problem.status).toBe(status);
    expect(problem.errors === undefined).toBe(status !== 422);
  });

  it('lists the fields of an invalid request', () => {
    const errors = [{ field: 'name', message: 'is too short' }];
    expect(problemOf(InvalidRequest.of(errors), '/x').errors).toEqual(errors);
  });

  it('hides internal errors', () => {
    const text = JSON.stringify(problemOf(new Error('password is hunter2'), '/x'));
    expect(text).not.toContain('hunter2');
    expect(text).not.toContain('stack');
  });
});
